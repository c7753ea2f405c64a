"""What a cell of a matrix holds: a verdict, or a score where the criterion has a highest one."""

from typing import Any

from tender_desk.workbook.kinds import NUMBER, VERDICTS, CellError, Choice, Given, Kind
from tender_engine import terms as t

__all__ = ["ANSWER", "ANYTHING", "is_verdict"]

_NOT_A_NUMBER = "XLS030"
_SHORT = {str(t.AssessmentVerdict.TIDAK_MEMENUHI): "tidak"}


def is_verdict(answer: str) -> bool:
    """Whether an answer is a verdict and no score."""
    return answer in (*t.AssessmentVerdict,)


class _Answer(Choice):
    """A verdict by its word, long or short, or a number."""

    def __init__(self) -> None:
        super().__init__(t.AssessmentVerdict, _SHORT, phrases=VERDICTS)

    def write(self, value: Any) -> Any:
        return super().write(value) if is_verdict(value) else NUMBER.write(value)

    def read(self, cell: Given) -> str | None:
        if isinstance(cell.value, str):
            word = super().read(cell)
            if word is None or is_verdict(word):
                return word
        try:
            return NUMBER.read(cell)
        except CellError as error:
            if error.code == _NOT_A_NUMBER:
                raise CellError("XLS200", **error.params) from error
            raise


class _Anything(Kind):
    """Whatever stands below a head that nobody knows."""

    def write(self, value: Any) -> str:
        return str(value)

    def read(self, cell: Given) -> str | None:
        return None if cell.value is None else str(cell.value).strip() or None


ANSWER, ANYTHING = _Answer(), _Anything()
