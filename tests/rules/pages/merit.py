"""The examples about the methods of a Tender in which more counts than the price."""

import re

from tender_engine.model import DocumentValue, LifeCycle, Regulation, Requirements
from tender_engine.terms import Envelope, Method
from tests.builders import HARGA, TEKNIS, bidder, evaluated, judged, package, priced
from tests.happenings import price_opening
from tests.procurements import scored
from tests.rules.pages.reading import number, rounded, written
from tests.rules.pages.running import NONE, each, with_hps
from tests.rules.pages.scored import (
    accepted,
    after_price,
    marks,
    places,
    plainly,
    tendered,
    threshold,
    totals,
    weighed,
    weighed_result,
    weights_told,
)


@each
def merit_weights(row):
    """The weights of Sistem Nilai against their range and their sum."""
    asks = weighed(plainly(row["Bobot teknis"]), plainly(row["Bobot harga"]))
    given = tendered({"p1": "80"}, bidder(), method=Method.SISTEM_NILAI, asks=asks)
    return {"Hasil": accepted(given)}


def price_scores(rows, text):
    """The price score under a weight that the document sets below the range."""
    weight = int(re.search(r"bobot harga (\d+)", text)[1])
    own = DocumentValue("weights.sistem_nilai_technical_least", str(100 - weight), "LDP G", "KAK")
    made = evaluated(
        tendered(
            {row["Peserta"]: "80" for row in rows},
            *(bidder(row["Peserta"], number(row["Harga terkoreksi"])) for row in rows),
            method=Method.SISTEM_NILAI,
            hps=with_hps(text),
            asks=weighed(str(100 - weight), str(weight)),
            regulation=Regulation(values=(own,)),
        )
    )
    return [
        {"Nilai harga terbobot": rounded(made.score(row["Peserta"]).price * weight / 100, 2)}
        for row in rows
    ]


def merit(rows, text):
    """Sistem Nilai: equal sums parted by the technical score, and who falls at its price."""
    heard = [
        judged(HARGA, word.replace(" ", "_"), row["Peserta"], "kewajaran_harga")
        for row in rows
        if (word := row["Kewajaran"]) != "tidak dinilai"
    ]
    technical, price = weights_told(text, "harga")
    made = evaluated(
        tendered(
            marks(rows),
            *(bidder(row["Peserta"], number(row["Harga terkoreksi"])) for row in rows),
            method=Method.SISTEM_NILAI,
            hps=with_hps(text[text.index("Bobot teknis") :]),
            asks=weighed(technical, price, threshold(text)),
            assessments=heard,
        )
    )
    return [weighed_result(made, row["Peserta"], "Nilai harga") for row in rows]


def lowest_over_threshold(rows, text):
    """Harga Terendah Ambang Batas: the same for a Tender, under its HPS."""
    prices = totals(rows, "Harga terkoreksi")
    made = evaluated(
        tendered(
            marks(rows),
            *(bidder(name, total) for name, total in prices.items()),
            method=Method.HARGA_TERENDAH_AMBANG_BATAS,
            hps=with_hps(text),
            asks=scored(TEKNIS, threshold(text)),
        )
    )
    return [after_price(made, row["Peserta"]) for row in rows]


def life_cycle(rows, text):
    """The cost over a life of years, of who says all of it."""
    years = int(re.search(r"jangka waktu operasi (\d+) tahun", text)[1])
    who = [bidder(row["Peserta"], price=priced_for_life(row)) for row in rows]
    made = evaluated(
        package(
            *who,
            envelope=Envelope.DUA_FILE,
            method=Method.UMUR_EKONOMIS,
            hps=with_hps(text),
            asks={HARGA: Requirements(operating_years=years)},
            events=[price_opening()],
        )
    )
    figures = {place.participant: written(place.figure) for place in made.ranking}
    return [
        {
            "Biaya selama umur ekonomis": figures.get(row["Peserta"], NONE),
            "Peringkat": places(made).get(row["Peserta"], NONE),
        }
        for row in rows
    ]


def priced_for_life(row):
    operating, maintenance = (
        tuple(map(number, row[column].split("; "))) for column in ("Operasional", "Pemeliharaan")
    )
    costs = LifeCycle(operating, maintenance, number(row["Nilai sisa"]))
    return priced(number(row["Harga terkoreksi"]), life_cycle=costs)
