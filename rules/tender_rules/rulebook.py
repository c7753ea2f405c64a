"""The national rulebook of Indonesia, made explicitly from its values, rules and procedures."""

from functools import lru_cache

from tender.model import Tender
from tender.rulebook import Rulebook
from tender_rules.loading import (
    check_overlay,
    check_values,
    national_files,
    overlay_files,
    read_provisions,
    read_regimes,
)
from tender_rules.objections import OBJECTIONS
from tender_rules.procedures import pascakualifikasi

__all__ = ["national"]

_PROCEDURES = (pascakualifikasi.PROCEDURE,)


def _choose(tender: Tender) -> str:
    return str(tender.procedure)


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
