"""Days that are recorded of a bidder and that what it handed in rules out."""

from collections.abc import Iterator

from tender_engine.faults import Fault, Path
from tender_engine.model import Package
from tender_engine.objecting import needs
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Phase, StageId
from tender_rules.stages.businesses import Business
from tender_rules.stages.counting import due
from tender_rules.stages.experience import FOUNDED
from tender_rules.stages.files import phase_of
from tender_rules.stages.opening import LPSE_STATEMENT

__all__ = ["CHECKS"]


@needs("tender.time_zone", "participants", "events")
def statement_follows_the_opening(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """LPSE cannot have stated anything on a file before the day on which it could be opened.

    That is the day on which handing in ended; where no deadline is recorded, that of the bid.
    """
    for index, who in enumerate(package.participants):
        stated, came_in = who.known(LPSE_STATEMENT), who.submitted.penawaran
        if stated is None or came_in is None:
            continue
        opened = due(package, Phase.PENAWARAN) or came_in
        if stated.date < opened.date():
            stage, key = str(LPSE_STATEMENT.stage), LPSE_STATEMENT.key
            where = ("participants", index, "facts", stage, key, "date")
            params = {"who": who.name, "found": str(stated.date), "came": str(opened.date())}
            yield Fault("ATR064", where, params)


@needs("tender.procedure", "tender.time_zone", "participants")
def founded_before_it_hands_in(package: Package, rulebook: Rulebook) -> Iterator[Fault]:
    """A business that hands in its qualification was founded by that day, each of a KSO too."""
    phase = phase_of(package.tender, StageId.EVALUASI_KUALIFIKASI)
    for index, bidder in enumerate(package.participants):
        came_in = getattr(bidder.submitted, phase)
        if came_in is None:
            continue
        whose: list[tuple[Path, Business]] = [((), bidder)]
        whose += [(("members", at), one) for at, one in enumerate(bidder.members)]
        for place, who in whose:
            founded = who.known(FOUNDED)
            if founded is not None and founded > came_in.date():
                key = ("facts", str(FOUNDED.stage), FOUNDED.key)
                where = ("participants", index, *place, *key)
                params = {"who": who.name, "found": str(founded), "came": str(came_in.date())}
                yield Fault("ATR065", where, params)


CHECKS = (statement_follows_the_opening, founded_before_it_hands_in)
