"""Names of businesses without their dress, so that two records of one can be told to be of it."""

import re
import unicodedata

from attrs import frozen

__all__ = ["FORMS", "CompanyName", "company_name"]

FORMS = {"pt", "cv", "ud", "pd", "fa", "firma", "koperasi", "yayasan", "perum", "perumda"}
_TITLES = {"persero", "tbk"}
_DOTTED = re.compile(r"\b([a-z])\.\s?(?=[a-z]\b)")


@frozen
class CompanyName:
    """The form of a business (empty where none is told) and its name, both without their dress."""

    form: str
    core: str

    def agrees(self, other: "CompanyName") -> bool:
        """Whether both may be one business: the same name, and no two different forms."""
        same_form = not self.form or not other.form or self.form == other.form
        return bool(self.core) and self.core == other.core and same_form


def company_name(text: str) -> CompanyName:
    """A name without case, spaces and punctuation, its form apart.

    >>> company_name("P.T. Karya Contoh (Persero), Tbk") == company_name("KARYA CONTOH, PT")
    True
    """
    plain = _DOTTED.sub(r"\1", unicodedata.normalize("NFC", text).casefold())
    words = [word for word in re.findall(r"[^\W_]+", plain) if word not in _TITLES]
    form = ""
    for at in (0, -1):
        if not form and len(words) > 1 and words[at] in FORMS:
            form = words.pop(at)
    return CompanyName(form, "".join(words))
