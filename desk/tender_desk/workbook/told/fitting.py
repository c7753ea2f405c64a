"""What somebody may have meant who typed what is no choice: only what fits the tender.

Which terms fit is asked of reading and of the law's own objections, with each term in its place
and nothing beside it but the tender; which stages there are, of the tender's procedure.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from attrs import evolve

from tender_desk.workbook.kinds import Choice, folded_word
from tender_desk.workbook.layouts.forms import PACKAGE_FORM
from tender_desk.workbook.layouts.layout import Form
from tender_desk.workbook.layouts.names import SPSE
from tender_desk.workbook.layouts.tables import CRITERIA, EVERY_STAGE, layout_of
from tender_desk.workbook.reading.places import CellPlaces
from tender_engine.events import TYPES, Event
from tender_engine.faults import Fault, Faults, Path
from tender_engine.formats.package import ASKED_AT
from tender_engine.formats.reader import check_read, read_value
from tender_engine.formats.suggesting import suggest
from tender_engine.model import Package
from tender_engine.objecting import objections_to
from tender_engine.rulebook import Rulebook
from tender_engine.terms import ProcedureName, StageId
from tender_rules.procurement_kind import event_fits

__all__ = ["like_it", "with_fitting"]

_UNKNOWN, _UNKNOWN_KEY = "PKT015", "PKT010"
_MOST = 3
# So many cells are tried; who has more of them wrong has other things to mend.
_TRIED = 20
# A term of a line is tried in that line alone.
_LINES: Path = ("tender", "hps", "lines")
_REQUIREMENTS: Path = ("tender", "requirements")
_JUDGED = ("tender", "assessments")
_HAPPENED = ("events", "type")


def with_fitting(
    faults: Sequence[Fault],
    value: Mapping[str, Any] | None,
    draft: Package | None,
    places: CellPlaces,
    rulebook: Rulebook,
) -> Iterator[Fault]:
    """The faults of a package; of a term that is not known what fits and is like it.

    Args:
        faults: what is wrong with the package.
        value: its plain values.
        draft: as much of it as could be read.
        places: where its values stand.
        rulebook: whose law it is.
    """
    fitting = _Fitting(value, draft, places, rulebook)
    left = _TRIED
    for fault in faults:
        if left and value is not None and (told := fitting.told(fault)):
            left -= 1
            yield told
        else:
            yield fault


def like_it(typed: str, words: Sequence[str], offered: Sequence[str] = ()) -> str:
    """Those of some words that hold what is typed, else the one most like it, else all.

    Where none is like it those are told that are `offered`, if only some are.

    >>> like_it("Harga Terendah", ["biaya terendah", "harga terendah sistem gugur"])
    'harga terendah sistem gugur'
    >>> like_it("biyaya terendah", ["biaya terendah", "kualitas"])
    'biaya terendah'
    >>> like_it("entah", ["negosiasi", "sanggah", "surat"], ["sanggah", "negosiasi"])
    'negosiasi, sanggah'
    """
    holding = [word for word in words if folded_word(typed) in folded_word(word)]
    near = ", ".join(holding[:_MOST]) or suggest(folded_word(typed), words)
    any_ = suggest("", words, near=False)
    return suggest("", offered or words, near=False) if near == any_ else near


class _Fitting:
    """Finds what fits one workbook."""

    def __init__(
        self,
        value: Mapping[str, Any] | None,
        draft: Package | None,
        places: CellPlaces,
        rulebook: Rulebook,
    ) -> None:
        self._value, self._draft = value or {}, draft
        self._places, self._rulebook = places, rulebook
        self._layout = layout_of(rulebook.declarations)

    def told(self, fault: Fault) -> Fault | None:
        """A term or a stage that is not known with what fits; `None` for any other fault."""
        path = fault.path
        if fault.code == _UNKNOWN_KEY and path[:-1] == _REQUIREMENTS:
            kind, found = CRITERIA.parents[0].kind, str(path[-1])
            if not isinstance(kind, Choice) or not self._is_of_criteria(fault):
                return None
        elif fault.code == _UNKNOWN:
            named, found = self._kind(fault), fault.params["found"]
            if named is None:
                return None
            kind = named
        else:
            return None
        words = [kind.words[term] for term in self._terms(path, kind)]
        offered = [word for word in words if word in kind.terms]
        params = {"found": found, "known": like_it(found, words, offered)}
        return evolve(fault, code=_UNKNOWN, params={**fault.params, **params})

    def _is_of_criteria(self, fault: Fault) -> bool:
        return self._places.spot(fault).cell.startswith(f"{CRITERIA.name}!")

    def _kind(self, fault: Fault) -> Choice | None:
        """What the cell of a fault may hold, if that is one of some terms."""
        sheet = self._places.spot(fault).cell.rpartition("!")[0]
        sheet = PACKAGE_FORM.name if sheet == SPSE else sheet  # has the fields of that form
        title = self._places.title(fault.path)
        for one in self._layout.sheets:
            fields = one.fields if isinstance(one, Form) else one.columns
            for field in fields if one.name == sheet else ():
                if field.title == title and isinstance(field.kind, Choice):
                    return field.kind
        return None

    def _terms(self, path: Path, kind: Choice) -> list[str]:
        """The terms that fit; all of them where none does, or nothing is known of the tender."""
        if any(isinstance(member, StageId) for member in kind.members.values()):
            stages = {*self._stages(), EVERY_STAGE}
            # What people judge is asked there.
            stages &= {*ASKED_AT, EVERY_STAGE} if path[0] in _JUDGED else stages
            return [term for term in kind.words if term in stages] or [*kind.words]
        return [term for term in kind.words if self._fits(path, term)] or [*kind.words]

    def _stages(self) -> Iterator[str]:
        """The stages of the tender's procedure; all of them where that is not known.

        Before bids are due they are those of a qualification alone: the bids' are added.
        """
        draft = self._draft
        tender = draft.tender if draft else None
        if not draft or not tender or None in (tender.category, tender.procedure, tender.envelope):
            yield from map(str, StageId)
            return
        for procedure in (tender.procedure, ProcedureName.PASCAKUALIFIKASI):
            about = evolve(draft, events=(), tender=evolve(tender, procedure=procedure))
            named = self._rulebook.procedures.get(self._rulebook.choose(about))
            yield from (str(stage.id) for stage in (named.stages if named else ()))

    def _fits(self, path: Path, term: str) -> bool:
        """Whether neither reading nor the law objects to a term there.

        To an event that lacks what its kind needs, as it may under another, the law cannot object:
        whether the tender knows that kind is asked first.
        """
        tender = self._draft.tender if self._draft else None
        happened = (path[0], path[-1]) == _HAPPENED
        if tender and happened and not event_fits(tender, TYPES.get(term, Event)):
            return False
        trial, at = self._alone(path)
        node: Any = trial
        for step in at[:-1]:
            node = node[step]
        node[at[-1]] = term
        faults = Faults()
        draft = check_read(read_value(trial, self._rulebook, faults), self._rulebook, faults)
        found = [*faults.found.whole()]
        objections = objections_to(draft, found, self._rulebook) if draft is not None else ()
        return not any(one.path == at for one in (*found, *objections))

    def _alone(self, path: Path) -> tuple[dict[str, Any], Path]:
        """The tender and the entry in which a value stands, and where that stands then.

        Neither other lines nor other entries say which term is meant.
        """
        value = self._value
        tender = dict(value.get("tender", {}))
        if isinstance(tender.get("hps"), dict):
            hps = {key: one for key, one in tender["hps"].items() if key != "lines"}
            if path[:3] == _LINES and len(path) > len(_LINES) and isinstance(path[3], int):
                hps["lines"] = [tender["hps"]["lines"][path[3]]]
                path = (*_LINES, 0, *path[4:])
            tender["hps"] = hps
        trial = {"format": value["format"], "tender": tender, "pokja": value.get("pokja", {})}
        trial |= {"participants": [], "assessments": [], "events": []}
        head, *below = path
        if head in trial and below and isinstance(below[0], int):
            trial[str(head)] = [value[str(head)][below[0]]]
            below[0] = 0
        elif head not in trial:
            trial[str(head)] = value[str(head)]
        return deepcopy(trial), (head, *below)
