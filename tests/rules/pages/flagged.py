"""The example about red flags: ten tenders, each with its winner and the second-lowest bid."""

from decimal import Decimal

from tender_engine.numbers import ratio_shown
from tender_rules.red_flags.looking import looking_at, red_flags
from tender_rules.red_flags.of_many_tenders import difference
from tests.builders import bidder
from tests.rules.pages.reading import number, written
from tests.rules.similar.tenders import determined, overview


def differences(rows, _):
    """How far apart the two are, and whether that lies far outside of the others."""
    found = overview(
        *(
            determined(
                bidder("p1", number(row["Pemenang"])),
                bidder("p2", number(row["Terendah kedua"])),
            )
            for row in rows
        )
    )
    looking = looking_at(found)
    apart = {str(given.n): difference(looking, given)[0] for given in found.tenders}
    answers = {each.flag.code: each.found[0] for each in red_flags(found) if each.found}
    raised = {code: {each.subject for each in answers[code].raised} for code in ("R024", "R058")}
    return [
        {"Selisih": written(Decimal(ratio_shown(apart[row["Tender"]], 4)), 4)}
        | {code: "ya" if row["Tender"] in raised[code] else "tidak" for code in raised}
        for row in rows
    ]
