"""What the examples of scored methods share: their packages, and their results as prose."""

import re
from decimal import Decimal

from tender_engine.faults import PackageRefusedError
from tender_engine.model import Price, Requirements
from tender_engine.terms import Envelope
from tests.builders import HARGA, PEMBUKAAN_HARGA, TEKNIS, evaluated, package, priced, verdict
from tests.happenings import deadline, listing_act, price_opening
from tests.procurements import applicant, score, scored, seleksi
from tests.rules.pages.reading import number, rounded
from tests.rules.pages.running import NONE, said_of, without

OTHERS = ("x1", "x2")
_REFUSED = {
    "ATR021": "ditolak, jumlahnya bukan 100",
    "ATR022": "ditolak, di luar rentang",
    "PKT034": "ditolak, kriterianya bukan 100",
}


def threshold(text):
    """The threshold of the technical total that the prose states."""
    return re.search(r"ambang batas (?:nilai )?total ([\d,]+)", text)[1].replace(",", ".")


def weights_told(text, kind):
    """The technical weight and that of the price or cost, as the prose states them."""
    return re.search(rf"Bobot teknis (\d+), bobot {kind} (\d+)", text).groups()


def weighed(technical, price, limit="70"):
    """Both weights as the document asks them."""
    return scored(TEKNIS, limit, weight=technical) | {HARGA: Requirements(weight=Decimal(price))}


def tendered(scores, *participants, **more):
    """A Tender in two files whose technical part is scored and whose prices are opened."""
    marks = [score(TEKNIS, who, value) for who, value in scores.items()]
    terms = {
        "envelope": Envelope.DUA_FILE,
        "general": without(TEKNIS),
        "events": [price_opening()],
        "assessments": [*marks, *more.pop("assessments", ())],
    }
    return package(*participants, **(terms | more))


def selected(scores, costs, *, events=(), **more):
    """A Seleksi of firms with its short list of three at least; the others make no bid."""
    firms = [
        applicant(name, bid=True, price=cost if isinstance(cost, Price) else priced(cost))
        for name, cost in costs.items()
    ]
    names = [*costs, *OTHERS[len(costs) - 1 :]]
    gone_on = [listing_act(*names), deadline(), price_opening(), *events]
    return seleksi(
        *firms,
        *map(applicant, names[len(costs) :]),
        scores=scores,
        qualification=dict.fromkeys(names, "80"),
        events=gone_on,
        **more,
    )


def marks(rows):
    return {row["Peserta"]: plainly(row["Nilai teknis"]) for row in rows}


def plainly(cell):
    return str(number(cell))


def totals(rows, column="Biaya terkoreksi"):
    return {row["Peserta"]: number(row[column]) for row in rows}


def accepted(given):
    """Whether a package is evaluated at all, else why not."""
    try:
        evaluated(given)
    except PackageRefusedError as refused:
        (said,) = {fault.code for fault in refused.faults}
        return _REFUSED[said]
    return "dievaluasi"


def places(evaluation):
    return {place.participant: str(place.rank) for place in evaluation.ranking}


def weighed_result(evaluation, name, column):
    found = evaluation.score(name)
    return {
        column: NONE if found.price is None else rounded(found.price),
        "Nilai akhir": NONE if found.combined is None else rounded(found.combined),
        "Peringkat": places(evaluation).get(name, NONE),
    }


def after_price(evaluation, name):
    return {
        "Hasil harga": said_of(evaluation, HARGA, name).replace("None", "tidak dibuka"),
        "Peringkat": places(evaluation).get(name, NONE),
    }


def envelope(evaluation, name):
    """Whether a price was opened; what was not stands nowhere."""
    opened = verdict(evaluation, PEMBUKAAN_HARGA, name) == "lulus"
    assert (evaluation.price(name) is not None) == opened
    return "dibuka" if opened else "tertutup"
