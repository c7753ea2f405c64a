"""What somebody may have meant who typed what is no choice: only what fits the tender.

Which terms fit is asked of the law's own objections, with each term in its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from tender_desk.workbook.forms import PACKAGE_FORM
from tender_desk.workbook.kinds import Choice, folded_word
from tender_engine.faults import Fault, Path
from tender_engine.formats.shapes import suggest
from tender_engine.model import Package
from tender_engine.objecting import objections_to
from tender_engine.rulebook import Rulebook

__all__ = ["like_it", "with_fitting"]

_UNKNOWN = "PKT015"
_MOST = 3
_CHOICES: Mapping[Path, Choice] = {
    field.key: field.kind
    for field in PACKAGE_FORM.fields
    if field.key is not None and field.key[0] == "tender" and isinstance(field.kind, Choice)
}


def with_fitting(
    faults: Sequence[Fault], draft: Package | None, rulebook: Rulebook
) -> Iterator[Fault]:
    """The faults of a package; of an unknown term of its tender what fits and is like it."""
    for fault in faults:
        kind = _CHOICES.get(fault.path)
        if fault.code != _UNKNOWN or kind is None or draft is None:
            yield fault
            continue
        others = [other for other in faults if other is not fault]
        terms = _fitting(fault.path, kind, draft, others, rulebook)
        words = [kind.words[term] for term in terms]
        known = like_it(fault.params["found"], words)
        yield evolve(fault, params={**fault.params, "known": known})


def like_it(typed: str, words: Sequence[str]) -> str:
    """Those of some words that hold what is typed, else the one most like it, else the first.

    >>> like_it("Harga Terendah", ["biaya terendah", "harga terendah sistem gugur"])
    'harga terendah sistem gugur'
    >>> like_it("biyaya terendah", ["biaya terendah", "kualitas"])
    'biaya terendah'
    """
    holding = [word for word in words if folded_word(typed) in folded_word(word)]
    return ", ".join(holding[:_MOST]) or suggest(folded_word(typed), words)


def _fitting(
    path: Path, kind: Choice, draft: Package, unread: Iterable[Fault], rulebook: Rulebook
) -> list[str]:
    """The terms to which the law does not object there; all of them where nothing else is known."""
    # Neither lines nor what comes after the document say which term is the tender's.
    bare = evolve(draft, participants=(), assessments=(), events=())
    hps = evolve(draft.tender.hps, lines=()) if draft.tender.hps is not None else None
    unread = tuple(unread)
    fits = []
    for term in kind.words:
        tender = evolve(draft.tender, hps=hps, **{str(path[-1]): kind.members[term]})
        objections = objections_to(evolve(bare, tender=tender), unread, rulebook)
        if not any(objection.path == path for objection in objections):
            fits.append(term)
    return fits or [*kind.words]
