"""The examples about pengunduran diri: who moves up, and which sanction is named."""

from tender_engine.events import Withdrawal
from tender_engine.terms import StageId, WithdrawalCause
from tender_rules.stages.administration import Bond
from tests.builders import (
    ADMINISTRASI,
    TEKNIS,
    at,
    bidder,
    codes,
    evaluated,
    failed,
    package,
    verdict,
)
from tests.rules.pages.running import NONE, each, said_of

OF_WITHDRAWALS = {
    "ALASAN_MENGUNDURKAN_DIRI",
    "PENGUNDURAN_DIRI_TANPA_SANKSI",
    "PENGUNDURAN_DIRI_TIDAK_DIPAKAI",
    "SANKSI_PENGUNDURAN_DIRI",
}
ACCEPTED = {"ya": True, "tidak": False, "belum": None}


@each
def withdrawals(row):
    """The lowest of three leaves at a stage; what is named as its sanction."""
    stage = StageId(row["Tahap"].replace(" ", "_"))
    gone = Withdrawal(
        at(20),
        "p1",
        stage,
        "Kapasitas tidak mencukupi",
        ACCEPTED.get(row["Alasan diterima"]),
        WithdrawalCause(row["Sebab"].replace(" ", "_")),
    )
    bonded = row["Jaminan Penawaran"] == "ada"
    papers = {ADMINISTRASI: {"bid_bond": Bond() if bonded else False}}
    fallen = ["p1"] if row["Evaluasi teknis"] == "tidak memenuhi" else []
    made = evaluated(
        package(
            bidder("p1", "1000000000", facts=papers),
            bidder("p2", "1100000000"),
            bidder("p3", "1200000000"),
            assessments=failed(TEKNIS, *fallen),
            events=[gone],
        )
    )
    (told,) = codes(made) & OF_WITHDRAWALS
    return {
        "Hasil": said_of(made, stage).replace("None", "tidak masuk"),
        "Sanksi": sanction(made, stage),
        "Pemberitahuan": told,
        "Pemenang": made.winner,
        "Cadangan": ", ".join(made.reserves) or NONE,
    }


def sanction(evaluation, stage):
    """What the finding about p1 names; nothing where there is none."""
    if verdict(evaluation, stage) is None:
        return NONE
    found = next(v for v in evaluation.stage(stage).verdicts if v.participant == "p1")
    named = [f.facts["sanksi"] for f in found.findings if "sanksi" in f.facts]
    return ", ".join(named) or NONE
