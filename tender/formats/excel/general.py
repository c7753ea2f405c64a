"""The one line that says that all the rest meets: every stage at once, and back to each of them."""

from collections.abc import Iterator, Mapping
from typing import Any

from tender.formats.excel.tables import EVERY_STAGE, EVERYBODY

__all__ = ["gathered", "judged_stages", "spread"]


def judged_stages(requirements: Mapping[str, Any]) -> tuple[str, ...]:
    """The stages that the document lets people judge without scores, in order of their names."""
    found = []
    for stage, asked in requirements.items():
        criteria = asked.get("criteria") if isinstance(asked, dict) else None
        if not isinstance(criteria, list) or not criteria:
            continue
        if not any(isinstance(one, dict) and "max_score" in one for one in criteria):
            found.append(stage)
    return tuple(sorted(found))


def spread(entry: Mapping[str, Any], requirements: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A general judgement as the format has it: one for each stage that it is about."""
    if entry.get("stage") != EVERY_STAGE or entry.get("participant") != EVERYBODY:
        yield dict(entry)
        return
    for stage in judged_stages(requirements):
        yield {**entry, "stage": stage}


def gathered(value: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The judgements of a package, those that say the same of every stage as one."""
    requirements = value["tender"]["requirements"]
    stages = judged_stages(requirements)
    entries = [dict(entry) for entry in value.get("assessments", ())]
    plain = [entry for entry in entries if _is_plain(entry)]
    for entry in plain if len(stages) > 1 else ():
        alike = [e for e in plain if _without_stage(e) == _without_stage(entry)]
        if sorted(e["stage"] for e in alike) == list(stages):
            others = [e for e in entries if e not in alike]
            return [{**entry, "stage": EVERY_STAGE}, *others]
    return entries


def _without_stage(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in entry.items() if key != "stage"}


def _is_plain(entry: Mapping[str, Any]) -> bool:
    return entry["participant"] == EVERYBODY and "criterion" not in entry and "verdict" in entry
