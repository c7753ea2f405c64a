"""Reads the rows of the sheet `Konfirmasi` as what they say of the law."""

from collections.abc import Iterator

from attrs import evolve, field, frozen

from tender_desk.workbook.kinds import CellError, grouped
from tender_desk.workbook.layouts.layout import Column, Table
from tender_desk.workbook.layouts.provisions import Provisions
from tender_desk.workbook.layouts.tables_confirmed import (
    AGREED,
    ANSWER,
    CONFIRMED,
    REFUSED,
    STANDS,
    WHAT,
)
from tender_desk.workbook.reading.rows import Entry
from tender_engine.faults import Fault, Noted
from tender_engine.numbers import same_value

__all__ = ["REASON", "Answers"]

# Why the document sets a value, where a row says no other reason.
REASON = "Ditetapkan dalam Dokumen Pemilihan"
_TYPED = ("value", "clause", "reason")


@frozen
class Answers:
    """Reads the rows of the sheet, under the law of the workbook's tender."""

    _provisions: Provisions
    _values: Table
    _faults: Noted
    _rows: dict[str, int] = field(factory=dict, init=False)

    def of(self, entry: Entry) -> Iterator[tuple[Table, Entry]]:
        """The event of a row that is answered, and what the document sets where it says so."""
        given = entry.said
        if not any(key in given for key in _TYPED):
            return
        param = self._param(entry)
        if param is None:
            return
        lost = next((one for one in (ANSWER, STANDS) if one.title not in entry.grid.at), None)
        if lost is not None:
            self._tell_lost(lost, entry)
            return
        if "value" not in given:
            # A cell that cannot be read was told where it stands.
            spot = entry.grid.cell(entry.row, ANSWER.title)
            if not any(fault.spot == spot for fault in self._faults):
                self._tell("XLS041", entry, ANSWER, title=ANSWER.title)
            return
        agreed = given["value"] == AGREED
        value = self._standing(param, entry) if agreed else self._own(param, entry)
        if value is None:
            return
        said: dict[str, str] = {k: given[k] for k in ("type", "clause", "at") if k in given}
        yield CONFIRMED, evolve(entry, said={**said, "param": param, "value": value})
        if not same_value(value, self._provisions.law.value(param).value):
            own = {"param": param, "value": value, "reason": given.get("reason", REASON)}
            own |= {"clause": given["clause"]} if "clause" in given else {}
            yield self._values, evolve(entry, said=own)

    def _param(self, entry: Entry) -> str | None:
        code, what = entry.said.get("param", ""), entry.said.get("what", "")
        param = self._provisions.param_of(code, what)
        if param is None:
            self._tell("XLS210", entry, WHAT, found=what[:80])
            return None
        if param in self._rows:
            self._tell("XLS213", entry, ANSWER, row=f"{self._rows[param]}")
            return None
        self._rows[param] = entry.row
        return param

    def _standing(self, param: str, entry: Entry) -> str | None:
        """The value of the row, if it is the one in force."""
        stands, value = entry.said.get("stands", ""), self._provisions.law.value(param).value
        said = self._provisions.value_of(param, stands)
        if said is not None and same_value(said, value):
            return value
        known = self._provisions.in_words(param, value)
        self._tell("XLS211", entry, STANDS, found=stands[:80], known=known)
        return None

    def _own(self, param: str, entry: Entry) -> str | None:
        """What the document sets itself, if the law lets it."""
        words = entry.said["value"]
        if words == REFUSED:
            self._tell("XLS214", entry, ANSWER, known=self._known(param))
            return None
        if _begins_as_ya(words):
            self._tell("XLS231", entry, ANSWER, found=words[:80])
            return None
        if share := self._provisions.share_in(param, words):
            self._tell("XLS217", entry, ANSWER, found=words[:80], known=grouped(share))
            return None
        try:
            value = self._provisions.value_of(param, words)
        except CellError as error:
            self._tell(error.code, entry, ANSWER, **error.params)
            return None
        if value is not None and same_value(value, self._provisions.law.value(param).value):
            return self._provisions.law.value(param).value
        if value is not None and self._provisions.may_set(param, value):
            return value
        code = "XLS212" if self._provisions.is_open(param) else "XLS215"
        self._tell(code, entry, ANSWER, found=words[:80], known=self._known(param))
        return None

    def _known(self, param: str) -> str:
        """The words in which a value can be said: those that may be set, else that in force."""
        return "; ".join(self._provisions.choices(param)) or self._provisions.in_force(param)

    def _tell_lost(self, column: Column, entry: Entry) -> None:
        """Tell once at the heads that a column is not there."""
        spot = entry.grid.spot(entry.grid.head, 1)
        if not any(fault.spot == spot for fault in self._faults):
            self._faults.append(Fault("XLS102", (), {"title": column.title}, spot=spot))

    def _tell(self, code: str, entry: Entry, at: Column, **params: str) -> None:
        spot = entry.grid.cell(entry.row, at.title)
        self._faults.append(Fault(code, (), params, spot=spot))


def _begins_as_ya(words: str) -> bool:
    """Whether more is said than `ya`, which may take something back."""
    return words.replace(",", " ").replace(".", " ").casefold().split()[:1] == [AGREED]
