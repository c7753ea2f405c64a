"""What the terms, values, grounds and codes are called in a record."""

from tender_rules.documents.labels.endings import (
    EFFECTIVE,
    FEWER_THAN_THREE,
    FOLLOW_UP,
    FOLLOW_UP_OF_LIST,
    FOLLOW_UP_OF_SELEKSI,
    GROUNDS,
)
from tender_rules.documents.labels.params import PARAMS, VALUES
from tender_rules.documents.labels.terms import (
    AWAITED,
    AWAITED_FOR_LIST,
    FIELDS,
    PASSED,
    SCORES,
    SOURCES,
    TERMS,
    TIED,
)

__all__ = [
    "AWAITED",
    "AWAITED_FOR_LIST",
    "EFFECTIVE",
    "FEWER_THAN_THREE",
    "FIELDS",
    "FOLLOW_UP",
    "FOLLOW_UP_OF_LIST",
    "FOLLOW_UP_OF_SELEKSI",
    "GROUNDS",
    "PARAMS",
    "PASSED",
    "SCORES",
    "SOURCES",
    "TERMS",
    "TIED",
    "VALUES",
]
