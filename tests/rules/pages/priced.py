"""The examples about prices: correction, the pool, the ceiling, the order."""

import re
from itertools import groupby

from tender_engine.events import RankingDecision
from tender_engine.model import Requirements
from tender_engine.numbers import ZERO
from tender_engine.terms import Contract, StageId
from tests.builders import (
    ADMINISTRASI,
    HARGA,
    at,
    bidder,
    evaluated,
    failed,
    hps,
    hps_line,
    judged,
    line,
    package,
    priced,
)
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import NONE, each_told, said_of, with_hps
from tests.rules.pages.scored import selected

POOL = StageId.PENAWARAN_DIEVALUASI


def correction(rows, _):
    """One bid an example; a line's corrected amount is the written one and its effects."""
    return [
        found
        for _, group in groupby(rows, key=lambda row: row["Contoh"])
        for found in corrected(list(group))
    ]


def corrected(rows):
    """The amounts that the effects of the corrections make, and how many cells each changed."""
    *lines, total = rows
    (vat,) = {number(row["PPN"]) for row in rows}
    (contract,) = {Contract(row["Kontrak"].replace(" ", "_")) for row in rows}
    wanted = tuple(
        hps_line(row["Baris"], number(row["Volume dokumen"]), "1")
        for row in lines
        if row["Volume dokumen"] != NONE
    )
    offered = [offered_line(row) for row in lines if row["Volume penawaran"] != NONE]
    price = priced(number(total["Tertulis"]), *offered, vat=vat)
    estimate = hps(number("1.000.000.000.000"), vat, wanted)
    made = evaluated(package(bidder(price=price), hps=estimate, contract=contract)).price("p1")
    return effects_on(made, lines, vat)


def effects_on(made, lines, vat):
    """For each line, then for the whole, the corrected amount and how many cells changed."""
    found = []
    for row in lines:
        effects = [c.effect for c in made.corrections if c.line == line_id(row)]
        amended = (amount(row["Tertulis"]) or ZERO) + sum(effects, ZERO) * 100 / (100 + vat)
        found.append({"Terkoreksi": written(amended), "Sel diubah": str(len(effects))})
    whole = [change for change in made.corrections if change.line is None]
    return [*found, {"Terkoreksi": written(made.corrected_total), "Sel diubah": str(len(whole))}]


def line_id(row):
    return row["Baris"].replace(" ", "_")


def person_months(rows, text):
    """A price by orang-bulan: two quantities, both of which follow the document."""
    *lines, total = rows
    vat = number(re.search(r"dengan orang-bulan, disusun sendiri; PPN (\d+%)", text)[1])
    wanted = tuple(
        hps_line(
            line_id(row),
            number(row["Orang dokumen"]),
            "1",
            person_months=number(row["Bulan dokumen"]),
        )
        for row in lines
    )
    offered = [
        line(
            line_id(row),
            number(row["Orang penawaran"]),
            number(row["Harga satuan"]),
            number(row["Tertulis"]),
            person_months=number(row["Bulan penawaran"]),
        )
        for row in lines
    ]
    made = evaluated(
        selected(
            {"p1": "80"},
            {"p1": priced(number(total["Tertulis"]), *offered, vat=vat)},
            contract=Contract.WAKTU_PENUGASAN,
            hps=hps("1000000000", vat, wanted),
        )
    )
    return effects_on(made.price("p1"), lines, vat)


def offered_line(row):
    extra = row["Volume dokumen"] == NONE
    return line(
        row["Baris"],
        number(row["Volume penawaran"]),
        amount(row["Harga satuan"]),
        amount(row["Tertulis"]),
        extra=extra,
        description="Pekerjaan tambahan" if extra else None,
        unit="m" if extra else None,
    )


def amount(cell):
    return None if cell in (NONE, "kosong") else number(cell)


def pool(rows, text):
    """The N lowest, as the second lowest passes, is undecided or falls."""
    lowest = int(re.search(r"N = (\d)", text)[1])
    who = [bidder(row["Peserta"], number(row["Total terkoreksi"])) for row in rows]
    asks = {POOL: Requirements(lowest=lowest, clause="LDP huruf E")}
    outcomes = {
        "Bila p2 lulus": [],
        "Bila p2 belum dinilai": [judged(ADMINISTRASI, "memenuhi", "p2", by="m1")],
        "Bila p2 gugur": failed(ADMINISTRASI, "p2"),
    }
    made = {
        column: evaluated(package(*who, hps=with_hps(text), asks=asks, assessments=given))
        for column, given in outcomes.items()
    }
    order = {place.participant: str(place.rank) for place in made["Bila p2 gugur"].ranking}
    return [
        {column: reached(found, row["Peserta"]) for column, found in made.items()}
        | {"Urutan bila p2 gugur": order.get(row["Peserta"], NONE)}
        for row in rows
    ]


def reached(evaluation, participant):
    found = said_of(evaluation, POOL, participant)
    return "dievaluasi" if found == "lulus" else found


@each_told
def ceiling(row, text):
    """The ceiling of what may be offered, to the sen."""
    made = evaluated(package(bidder(total=number(row["Total terkoreksi"])), hps=with_hps(text)))
    return {
        "Terhadap HPS": written(made.price("p1").percent_of_hps, places=4) + "%",
        "Hasil": said_of(made, HARGA),
    }


def ranking(rows, text):
    """Equal prices, before and after the Pokja settled them."""
    who = [bidder(row["Peserta"], number(row["Total terkoreksi"])) for row in rows]
    settled = RankingDecision(at(20), ("m1", "m2", "m3"), ("p3", "p2"), "Menurut LDP huruf G")
    made = {
        "Peringkat tanpa keputusan": (),
        f"Peringkat dengan keputusan {', '.join(settled.order)}": (settled,),
    }
    places = {}
    for column, events in made.items():
        found = evaluated(package(*who, hps=with_hps(text), events=events))
        assert found.state == ("dihitung" if events else "menunggu")
        places[column] = {place.participant: str(place.rank) for place in found.ranking}
    return [{column: of[row["Peserta"]] for column, of in places.items()} for row in rows]
