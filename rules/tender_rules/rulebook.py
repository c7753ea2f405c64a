"""The national rulebook of Indonesia, made explicitly from its values, rules and procedures."""

from functools import lru_cache

from tender.model import Package
from tender.rulebook import Rulebook
from tender_rules.kinds import bids_are_due, is_seleksi
from tender_rules.loading import (
    check_overlay,
    check_values,
    national_files,
    overlay_files,
    read_provisions,
    read_regimes,
)
from tender_rules.objections import OBJECTIONS
from tender_rules.procedures import pascakualifikasi, prakualifikasi

__all__ = ["national"]

_PROCEDURES = (*pascakualifikasi.PROCEDURES, *prakualifikasi.PROCEDURES)


# The first flow of all is the plain one, and its name is short.
_NAMED = {"pascakualifikasi_satu_file": "pascakualifikasi"}


def _choose(package: Package) -> str:
    """By when qualification comes and, once bids are due, by how they are handed in."""
    tender = package.tender
    if not bids_are_due(package):
        return str(tender.procedure)
    kind = "seleksi" if is_seleksi(tender) else str(tender.envelope)
    return _NAMED.get(name := f"{tender.procedure}_{kind}", name)


@lru_cache(maxsize=1)
def national() -> Rulebook:
    """The national law with every local standard that ships, loaded once.

    Raises:
        LawError: the values as written contradict themselves; the message names the places.
    """
    regimes, amendments, instruments = read_regimes()
    provisions = tuple(
        provision
        for file in national_files()
        for provision in read_provisions(file.read_text("utf-8"), f"regulations/{file.name}")
    )
    check_values(provisions)
    overlays = {
        name: read_provisions(file.read_text("utf-8"), f"regulations/overlays/{file.name}")
        for name, file in overlay_files().items()
    }
    for overlay in overlays.values():
        check_overlay(overlay, provisions)
    rules = {
        rule.id: rule
        for procedure in _PROCEDURES
        for stage in procedure.stages
        for rule in stage.rules
    }
    return Rulebook(
        regimes=regimes,
        provisions=provisions,
        overlays=overlays,
        amendments=amendments,
        rules=tuple(rules[name] for name in sorted(rules)),
        procedures={procedure.id: procedure for procedure in _PROCEDURES},
        choose=_choose,
        objections=OBJECTIONS,
        instruments=instruments,
    )
