"""The one line that says that all the rest meets: every stage at once, and back to each of them.

Not the proof of qualifications: it comes after all the others, and takes a record of its own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from tender_desk.workbook.layouts.tables import EVERY_STAGE, EVERYBODY
from tender_engine.terms import StageId

__all__ = ["gathered", "questions", "spread"]

_ON_ITS_OWN = StageId.PEMBUKTIAN_KUALIFIKASI


def questions(requirements: Mapping[str, Any]) -> tuple[tuple[str, str | None], ...]:
    """What the document lets people judge without scores, in order of the stages.

    A stage as a whole, or its criteria by their ids where others of them are scored; nothing of a
    stage in which the document lists none.
    """
    found: list[tuple[str, str | None]] = []
    for stage in sorted(requirements):
        if stage == _ON_ITS_OWN:
            continue
        asked = requirements[stage]
        criteria = asked.get("criteria") if isinstance(asked, dict) else None
        known = [one for one in criteria or () if isinstance(one, dict)]
        plain = [one for one in known if "max_score" not in one]
        if plain and plain == known:
            found.append((stage, None))
        else:
            found += [(stage, one["id"]) for one in plain if isinstance(one.get("id"), str)]
    return tuple(found)


def spread(entry: Mapping[str, Any], requirements: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A general judgement as the format has it: one for each stage that it is about."""
    if entry.get("stage") != EVERY_STAGE or entry.get("participant") != EVERYBODY:
        yield dict(entry)
        return
    for stage, criterion in questions(requirements):
        said = {**entry, "stage": stage}
        yield said if criterion is None else {**said, "criterion": criterion}


def gathered(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The judgements of a package, those that say the same of every stage as one."""
    requirements = value["tender"]["requirements"]
    whole = questions(requirements)
    entries = [dict(entry) for entry in value.get("assessments", ())]
    plain = [entry for entry in entries if _is_plain(entry)]
    for entry in plain if len(whole) > 1 else ():
        alike = [e for e in plain if _said(e) == _said(entry)]
        about = [(e["stage"], e.get("criterion")) for e in alike]
        if len(about) == len(whole) and set(about) == set(whole):
            others = [e for e in entries if e not in alike]
            return [{**_said(entry), "stage": EVERY_STAGE}, *others]
    return entries


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What a judgement says, whatever it is about."""
    return {key: part for key, part in entry.items() if key not in ("stage", "criterion")}


def _is_plain(entry: Mapping[str, Any]) -> bool:
    """Whether an entry may be one of every stage: a general verdict, and not on the proof."""
    general = entry["participant"] == EVERYBODY and "verdict" in entry
    return general and entry["stage"] != _ON_ITS_OWN
