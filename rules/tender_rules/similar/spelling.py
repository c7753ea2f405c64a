"""One spelling of what people write in many ways: numbers of taxpayers, names, places, telephones.

Each gives the form in which two values are compared, which is printed with what is found.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from tender_rules.similar.companies import company_name
from tender_rules.similar.taxpayers import sixteen, whole_npwp

__all__ = [
    "account",
    "address",
    "company",
    "deed",
    "letters",
    "mail",
    "npwp",
    "person",
    "phone",
    "serial",
]

_NOT_DIGITS = re.compile(r"\D")
_DIGITS, _YEAR = re.compile(r"[0-9]+"), re.compile("(19|20)[0-9]{2}")
_NOT_WORDS = re.compile(r"[^0-9a-z]+")
# What stands before the name of a person.
_TITLES = frozenset([
    "ir", "dr", "drs", "dra", "prof", "h", "hj", "kh", "bapak", "bpk", "ibu", "sdr", "sdri",
    "notaris",
])  # fmt: skip
# Degrees that are written behind a name, often without the comma; of so many words at most.
_DEGREES = frozenset([
    "sh", "mh", "mkn", "st", "mt", "sst", "se", "mm", "mba", "msi", "msc", "phd", "amd", "sag",
    "sip", "skom", "mkom", "spd", "mpd", "ssos", "sp", "skm",
])  # fmt: skip
_LONGEST_DEGREE = 3
# So many digits make the number of an account, without what is written around it.
_LEAST_DIGITS = 6
_WORDS_OF_PLACES = {
    "jln": "jl", "jalan": "jl", "nomor": "no", "kabupaten": "kab", "kecamatan": "kec",
    "kelurahan": "kel", "desa": "ds", "dusun": "dsn", "provinsi": "prov", "gang": "gg",
}  # fmt: skip
_COUNTRY = "62"
_NUMBERS = frozenset(["no", "nomor"])


def npwp(text: str) -> str:
    """The 16 digits of an NPWP; of a number of another length its digits alone.

    One of which a digit is hidden names nobody.

    >>> npwp("01.234.567.8-901.000"), npwp("NPWP 01.234"), npwp("01.2**.***.*-***.***")
    ('0012345678901000', '01234', '')
    """
    signs = sixteen(text)
    return whole_npwp(text) if signs else _NOT_DIGITS.sub("", text)


def letters(text: str) -> str:
    """Words without capitals, accents and signs.

    >>> letters("  Béton-Jaya,  No. 7")
    'beton jaya no 7'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_WORDS.sub(" ", plain).strip()


def company(name: str) -> str:
    """The name of a business without the words for its form.

    >>> company("P.T. Karya Contoh (Persero) Tbk"), company("CV Karya-Contoh")
    ('karyacontoh', 'karyacontoh')
    """
    return company_name(name).core


def person(name: str) -> str:
    """The name of a person without titles before it and degrees behind it.

    >>> person("Ir. H. Budi Santosa, S.T., M.T."), person("BUDI  SANTOSA S.T. MT")
    ('budi santosa', 'budi santosa')
    """
    words = letters(name.partition(",")[0]).split()
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    while degree := _degree(words):
        del words[-degree:]
    return " ".join(words)


def _degree(words: Sequence[str]) -> int:
    """How many of the last words are a degree, of which each sign may stand alone."""
    most = min(_LONGEST_DEGREE, len(words) - 1)
    return next((n for n in range(most, 0, -1) if "".join(words[-n:]) in _DEGREES), 0)


def deed(number: str, day: date, notary: str) -> str:
    """A deed by its number, its day and who made it.

    >>> deed("No. 12", date(2015, 3, 1), "Notaris Sri Contoh, S.H.")
    '12 2015-03-01 sri contoh'
    """
    words = letters(number).split()
    if len(words) > 1 and words[0] in _NUMBERS:
        del words[0]
    return f"{' '.join(words)} {day.isoformat()} {person(notary)}"


def account(text: str) -> str:
    """The number of an account, without the name of its bank.

    >>> account("Bank Contoh 0012-0034-00"), account("rekening kas")
    ('0012003400', 'rekeningkas')
    """
    words = letters(text).split()
    digits = "".join(word for word in words if word.isdecimal())
    return digits if len(digits) >= _LEAST_DIGITS else "".join(words)


def address(text: str) -> str:
    """An address with the common words of one in their short form.

    >>> address("Jalan Melati Nomor 5, Kelurahan Bangil")
    'jl melati no 5 kel bangil'
    """
    return " ".join(_WORDS_OF_PLACES.get(word, word) for word in letters(text).split())


def serial(number: str) -> tuple[str, str] | None:
    """What stands around the serial part of a number, and that part; `None` without any digit.

    It is the longest row of digits that is no year, of equal ones the last.

    >>> serial("0071/BG/05/2023"), serial("BG 2023-0071"), serial("BG")
    (('#bg052023', '0071'), ('bg2023#', '0071'), None)
    """
    words = letters(number)
    rows = [*_DIGITS.finditer(words)]
    counted = [row for row in rows if not _YEAR.fullmatch(row[0])] or rows
    if not counted:
        return None
    found = max(counted, key=lambda row: (len(row[0]), row.start()))
    around = f"{words[: found.start()]}#{words[found.end() :]}"
    return around.replace(" ", ""), found[0]


def phone(text: str) -> str:
    """A telephone number with the country's 0.

    >>> phone("+62 812-3456-7890"), phone("0812 3456 7890")
    ('081234567890', '081234567890')
    """
    digits = _NOT_DIGITS.sub("", text)
    return f"0{digits[len(_COUNTRY) :]}" if digits.startswith(_COUNTRY) else digits


def mail(text: str) -> str:
    """An address of mail, in which capitals mean nothing.

    >>> mail(" Admin@Contoh.TEST ")
    'admin@contoh.test'
    """
    return text.strip().casefold()
