"""The examples about one bid in a Tender: what talks with it come to, and when they may be held."""

from tender_engine.model import DocumentValue, Regulation
from tender_engine.terms import StageId
from tests.builders import JUDGED, PEMBUKTIAN, bidder, evaluated, package
from tests.happenings import agreed, in_vain
from tests.rules.pages.opened import awaited
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import (
    NONE,
    NOT_YET,
    each,
    each_told,
    said_of,
    with_hps,
    without,
    words,
)


def talks(cell):
    """What was agreed with the one bidder, that nothing was, or that nobody has talked."""
    if cell == "belum":
        return []
    return [in_vain("p1") if cell == "gagal" else agreed("p1", number(cell))]


def said_of_talks(evaluation):
    return said_of(evaluation, StageId.NEGOSIASI).replace("None", "tidak masuk")


def amount(figure):
    return NONE if figure is None else written(figure)


@each_told
def one_bid(row, text):
    """The one bid after its proof: agreed below its corrected total, at it, above it, or not."""
    made = evaluated(
        package(
            bidder(total=number(row["Harga terkoreksi"])),
            hps=with_hps(text),
            events=talks(row["Negosiasi"]),
        )
    )
    result = made.result or NOT_YET
    if made.failure:
        result = f"gagal, huruf {made.failure.ground[-1]}"
    won = made.price("p1") if made.winner else None
    return {
        "Hasil negosiasi": said_of_talks(made),
        "Hasil": result,
        "Harga akhir": amount(won and won.final_total),
        "Jaminan Pelaksanaan": amount(won and won.performance_bond),
        "Menunggu": awaited(made),
        "Langkah berikut": words(made.next) if made.next else NONE,
    }


@each
def before_proof(row):
    """Whether the talks count while the proof is still open, in each reading."""
    value = row["Pilihan"].replace(" ", "_")
    own = DocumentValue("negotiation.one_bid_after", value, "LDP I", "dipilih")
    made = evaluated(
        package(
            general=without(PEMBUKTIAN) if row["Pembuktian"] == "belum" else JUDGED,
            events=talks(row["Negosiasi"]),
            regulation=Regulation(values=(own,)),
        )
    )
    return {"Hasil negosiasi": said_of_talks(made), "Hasil": made.result or NOT_YET}
