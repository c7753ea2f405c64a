"""The examples about harga satuan timpang: which prices are clarified, and with what outcome."""

from tender_engine.clarified import Unbalanced
from tender_engine.seals import Sealed
from tender_engine.terms import UnbalancedOutcome
from tests.builders import HARGA, bidder, evaluated, finding, hps, hps_line, line, package, priced
from tests.rules.pages.reading import number
from tests.rules.pages.running import NOT_YET, each_told, said_of, with_hps, words

BID = 900000000


@each_told
def unbalanced(row, text):
    """One unit price beside the estimate's; a second line makes up the rest of the bid."""
    estimate, offered = number(row["Harga satuan HPS"]), number(row["Harga satuan penawaran"])
    total = with_hps(text).total
    wanted = (
        hps_line("L1", number(row["Volume"]), estimate),
        hps_line("L2", "1", total),
    )
    volume = number(row["Volume"])
    lines = (line("L1", volume, offered), line("L2", "1", BID - volume * offered))
    word = row["Klarifikasi"]
    known = () if word == NOT_YET else (clarified(word),)
    facts = {HARGA: {"timpang": Sealed(known)}}
    made = evaluated(
        package(
            bidder(price=priced(BID, *lines, vat="0"), facts=facts),
            hps=hps(total, "0", wanted),
        )
    )
    found = finding(made, HARGA, "price.unbalanced")
    recorded = [name for name, ids in found.facts.items() if ids == "L1"] if found else []
    return {
        "Tercatat": ", ".join(map(words, recorded)) or "tidak perlu diklarifikasi",
        "Hasil": said_of(made, HARGA),
    }


def clarified(word):
    return Unbalanced("L1", UnbalancedOutcome(word.replace(" ", "_")), "Penjelasan peserta")
