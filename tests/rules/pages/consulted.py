"""The examples about the methods of a Seleksi."""

import re

from attrs import evolve

from tender_engine.terms import Method
from tests.builders import TEKNIS, evaluated
from tests.happenings import deadline
from tests.procurements import scored
from tests.rules.pages.reading import number, rounded
from tests.rules.pages.running import NONE, each, each_told, said_of, with_hps
from tests.rules.pages.scored import (
    accepted,
    after_price,
    envelope,
    marks,
    places,
    plainly,
    selected,
    threshold,
    totals,
    weighed,
    weighed_result,
    weights_told,
)

_GROUNDS = {
    "lkpp-12-2021:4.2.14.a.c": "angka 4.2.14 huruf a.1.c",
    "perpres-16-2018:51(2)c": "Pasal 51 ayat (2) huruf c",
}


@each
def quality_weights(row):
    """The weights of Kualitas dan Biaya against their range and their sum."""
    asks = weighed(plainly(row["Bobot teknis"]), plainly(row["Bobot biaya"]))
    given = selected({"p1": "80"}, {"p1": "900000000"}, method=Method.KUALITAS_BIAYA, asks=asks)
    return {"Hasil": accepted(given)}


def quality_and_cost(rows, text):
    """Kualitas dan Biaya among three firms."""
    technical, cost = weights_told(text, "biaya")
    made = evaluated(
        selected(
            marks(rows),
            totals(rows),
            method=Method.KUALITAS_BIAYA,
            hps=with_hps(text),
            asks=weighed(technical, cost, threshold(text)),
        )
    )
    return [weighed_result(made, row["Peserta"], "Nilai biaya") for row in rows]


@each_told
def unrounded(row, text):
    """One firm alone: its cost scores 100, and nothing is rounded before the final score."""
    technical, cost = weights_told(text, "biaya")
    given = selected(
        {"p1": plainly(row["Nilai teknis"])},
        {"p1": "900000000"},
        method=Method.KUALITAS_BIAYA,
        asks=weighed(technical, cost),
    )
    found = evaluated(given).score("p1")
    return {
        "Nilai teknis, dua desimal": rounded(found.technical, 2),
        "Nilai akhir": rounded(found.combined, 6),
        "Nilai akhir, dua desimal": rounded(found.combined, 2),
    }


def quality(rows, text):
    """Kualitas: the best score first, and only its cost is opened."""
    asks = scored(TEKNIS, threshold(text))
    made = evaluated(selected(marks(rows), totals(rows), method=Method.KUALITAS, asks=asks))
    return [
        {
            "Hasil teknis": said_of(made, TEKNIS, row["Peserta"]),
            "Peringkat": places(made).get(row["Peserta"], NONE),
            "Berkas biaya": envelope(made, row["Peserta"]),
        }
        for row in rows
    ]


def within_budget(rows, text):
    """Pagu Anggaran: the best score among costs that the budget covers."""
    pagu = number(re.search(r"Pagu Anggaran ([\d.]+\d)", text)[1])
    made = evaluated(
        selected(
            marks(rows),
            totals(rows),
            method=Method.PAGU_ANGGARAN,
            pagu=pagu,
            asks=scored(TEKNIS, threshold(text)),
        )
    )
    return [after_price(made, row["Peserta"]) for row in rows]


@each_told
def all_over_budget(row, text):
    """Every cost over the budget, on both sides of the day from which a text speaks of it."""
    pagu = number(re.search(r"Pagu Anggaran ([\d.]+\d)", text)[1])
    costs = {f"p{n}": number(cell) for n, cell in enumerate(row["Biaya terkoreksi"].split("; "))}
    given = selected(
        dict.fromkeys(costs, row["Nilai teknis"]), costs, method=Method.PAGU_ANGGARAN, pagu=pagu
    )
    announced = evolve(given.tender, announced_on=day(row["Diumumkan"]))
    failure = evaluated(evolve(given, tender=announced)).failure
    return {"Dasar gagal": _GROUNDS[failure.ground] if failure else "tidak gagal"}


def day(cell):
    """A date such as `2 Juni 2021`."""
    months = {"Mei": 5, "Juni": 6}
    number_, month, year = cell.split()
    return deadline().at.date().replace(int(year), months[month], int(number_))


def lowest_cost(rows, text):
    """Biaya Terendah: the lowest cost over the threshold, equal ones parted by score."""
    asks = scored(TEKNIS, threshold(text))
    made = evaluated(selected(marks(rows), totals(rows), method=Method.BIAYA_TERENDAH, asks=asks))
    return [after_price(made, row["Peserta"]) for row in rows]
