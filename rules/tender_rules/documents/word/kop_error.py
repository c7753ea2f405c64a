"""The one error of a letterhead that is not used."""

from collections.abc import Mapping

__all__ = ["KopError"]


class KopError(ValueError):
    """A letterhead that is not used; `code` and `params` say why, the words are in `kop_texts`."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Mapping[str, str] = {"part": ""} | params
        super().__init__(" ".join((code, *params.values())))
