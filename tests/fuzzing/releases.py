"""Releases of OCDS in which something stands where the standard has something else."""

import copy
import json
from functools import cache
from random import Random
from typing import Any

from tender_desk import Publication, release_package
from tests.fuzzing.commands import ran
from tests.fuzzing.places import changed
from tests.samples.dossiers import evaluation

__all__ = ["release", "try_release"]

# Of bids and scores, of a qualification, of a failure, and of nothing that is announced.
_TENDERS = (
    "aplikasi-selisih-tipis",
    "limbah-rumah-sakit-ulang",
    "drainase-pasar-sanggah",
    "jalan-kabupaten",
)


@cache
def _releases() -> tuple[Any, ...]:
    by = Publication("LPSE Contoh", "ocds-213czf")
    return tuple(json.loads(release_package({"": evaluation(name)}, by)[0]) for name in _TENDERS)


def release(random: Random) -> tuple[str, bytes]:
    """One of them, alone or in its package, with a few changes."""
    made = copy.deepcopy(random.choice(_releases()))
    return changed(random.choice((made, made["releases"][0])), random)


def try_release(data: bytes) -> str:
    """Fill a package from it, in both languages."""
    codes = {ran("import", "ocds", "-", "--lang", lang, given=data) for lang in ("en", "id")}
    return "taken" if codes == {0} else "refused"
