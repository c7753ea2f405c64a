"""The examples about kewajaran harga: the line below which it is judged, and its analysis."""

import re

from tender_engine.clarified import (
    AnalysedLine,
    BasePrice,
    Coefficient,
    Component,
    FairnessAnalysis,
)
from tender_engine.model import DocumentValue, Regulation
from tender_engine.seals import Sealed
from tender_engine.terms import Category, ComponentKind
from tests.builders import (
    HARGA,
    bidder,
    codes,
    evaluated,
    finding,
    hps,
    hps_line,
    judged,
    line,
    package,
    priced,
)
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import NONE, NOT_YET, each_told, said_of, with_hps

VOLUME, WAGES, MATERIAL, EQUIPMENT = "1000", "100000", "400000", "100000"


def judgements(row):
    """What the Pokja said of the price, in the words of the format."""
    word = row["Penilaian Pokja Pemilihan"]
    word = {"wajar": "memenuhi", "tidak wajar": "tidak_memenuhi"}.get(word)
    return [judged(HARGA, word, "p1", "kewajaran_harga")] if word else []


@each_told
def below_the_line(row, text):
    """The line under which fairness is judged, to the sen."""
    total = number(row["Harga terkoreksi"])
    made = evaluated(package(bidder(total=total), hps=with_hps(text), assessments=judgements(row)))
    asked_for = finding(made, HARGA, "price.fairness") is not None
    return {"Kewajaran dinilai": "ya" if asked_for else "tidak", "Hasil": said_of(made, HARGA)}


def material(coefficient=None, price=None):
    """The wages and equipment of the example, and its material as clarified."""
    parts = (
        ("upah", ComponentKind.UPAH, WAGES, None, None),
        ("bahan", ComponentKind.BAHAN, MATERIAL, coefficient, price),
        ("alat", ComponentKind.ALAT, EQUIPMENT, None, None),
    )
    return tuple(
        Component(
            name,
            kind,
            name,
            "m",
            much or Coefficient(number("1"), accepted=True),
            cost or BasePrice(number(own), accepted=True),
        )
        for name, kind, own, much, cost in parts
    )


def costed(text, analysis, *lines, variant=None, assessments=(), **more):
    """The bid of the example with its analysis; PPN, overhead and profit as the prose states."""
    vat = number(re.search(r"PPN (\d+%)", text)[1])
    net = sum(x.amount for x in lines)
    own = DocumentValue("fairness.price_fallback", variant, "LDP F", "dipilih") if variant else None
    known = {HARGA: {"kewajaran_harga": Sealed(FairnessAnalysis((analysis,)))}}
    wanted = tuple(hps_line(x.id, x.quantity, "900000") for x in lines)
    made = evaluated(
        package(
            bidder(price=priced(net + net * vat / 100, *lines, vat=vat), facts=known),
            hps=hps(with_hps(text).total, vat, wanted),
            assessments=assessments,
            regulation=Regulation(values=(own,) if own else None),
            **more,
        )
    )
    facts = finding(made, HARGA, "price.fairness_analysis").facts
    found = {"Harga hasil klarifikasi": said(facts["hasil_klarifikasi"]), "Usulan": facts["usulan"]}
    return made, facts, found


def said(amount):
    """An amount of a finding's facts, in Indonesian form."""
    return written(number(amount.replace(".", ",")))


def of_works(text, components):
    overhead, profit = re.search(r"biaya umum (\d+)%, keuntungan (\d+)%", text).groups()
    return AnalysedLine("L1", components, number(overhead), number(profit))


@each_told
def analyses(row, text):
    """The analysis beside what was bid and what the Pokja said; its word decides."""
    price = BasePrice(number(MATERIAL), accepted=False, market=number(row["Bahan terbukti"]))
    made, facts, found = costed(
        text,
        of_works(text, material(price=price)),
        line("L1", VOLUME, number(row["Harga satuan"])),
        assessments=judgements(row),
    )
    differs = "KEWAJARAN_BERBEDA" in codes(made)
    return found | {
        "Penawaran tanpa PPN": said(facts["penawaran_tanpa_ppn"]),
        "Hasil": said_of(made, HARGA),
        "Pemberitahuan": "KEWAJARAN_BERBEDA" if differs else NONE,
    }


@each_told
def price_fallbacks(row, text):
    """What replaces a base price that was not proven, in each reading."""
    price = BasePrice(
        number(MATERIAL),
        accepted=row["Terbukti"] == "ya",
        market=None if row["Harga pasar"] == NOT_YET else number(row["Harga pasar"]),
        hps=number(row["Harga satuan dasar HPS"]),
    )
    _, _, found = costed(
        text,
        of_works(text, material(price=price)),
        line("L1", VOLUME, "690000"),
        variant=row["Pilihan"].replace(" ", "_"),
    )
    return found


@each_told
def coefficients(row, text):
    """Whose coefficient counts: the bidder's, the agreed one, or the estimate's."""
    much = Coefficient(
        number(row["Koefisien penawaran"]),
        accepted=row["Diyakini"] == "ya",
        agreed=None if row["Disepakati"] == NONE else number(row["Disepakati"]),
        hps=number(row["Koefisien HPS"]),
    )
    _, _, found = costed(
        text, of_works(text, material(coefficient=much)), line("L1", VOLUME, "690000")
    )
    return found


@each_told
def of_goods(row, text):
    """Goods by the market's price of a unit, beside a line that was not analysed."""
    price = BasePrice(accepted=row["Terbukti"] == "ya", market=number(row["Harga pasar"]))
    _, _, found = costed(
        text,
        AnalysedLine("L1", unit_price=price),
        line("L1", VOLUME, number(row["Harga satuan"])),
        line("L2", "1", number(row["Baris lain"])),
        category=Category.BARANG,
    )
    return found
