"""The examples about preferensi harga: the line from which it is given, the order, the lines."""

import datetime as dt
import re

from attrs import evolve

from tender_engine.model import PriceLine, Requirements
from tender_engine.terms import Category
from tests.builders import HARGA, bidder, evaluated, hps, hps_line, line, package, priced
from tests.rules.pages.reading import number, written
from tests.rules.pages.running import NONE, UNKNOWN, each_told, said_of, with_hps
from tests.rules.pages.scored import places


def rate_told(text):
    """What the document asks: the preference that the prose states, in percent."""
    return {
        HARGA: Requirements(tkdn_preference=number(re.search(r"preferensi ([\d,]+)%", text)[1]))
    }


def tkdn(cell):
    return None if cell == UNKNOWN else number(cell)


def goods(rows, text, **more):
    """A tender for goods among the bidders of `rows`, each with one TKDN."""
    who = (
        bidder(
            row["Peserta"],
            price=priced(number(row["Harga terkoreksi"]), tkdn_percent=tkdn(row["TKDN"])),
        )
        for row in rows
    )
    terms = {"category": Category.BARANG, "hps": with_hps(text), "asks": rate_told(text)} | more
    return evaluated(package(*who, **terms))


def hea_of(evaluation, name="p1"):
    found = evaluation.price(name).hea
    return NONE if found is None else written(found)


@each_told
def preference_bounds(row, text):
    """The estimate above which there is a preference, and the TKDN from which there is one."""
    estimate = hps(number(row["HPS"]), "0", None)
    given = {column: row[column] for column in ("Harga terkoreksi", "TKDN")}
    made = goods([{"Peserta": "p1"} | given], text, hps=estimate)
    return {"HEA": hea_of(made), "Hasil": said_of(made, HARGA)}


def preferred(rows, text):
    """Five bids in the order of their HEA, with the one that may be barred and without it."""
    everybody = goods(rows, text)
    allowed = goods([row for row in rows if row["Peserta"] != "E"], text)
    return [
        {
            "HEA": hea_of(everybody, row["Peserta"]),
            "Peringkat tanpa E": places(allowed).get(row["Peserta"], NONE),
            "Peringkat dengan E": places(everybody)[row["Peserta"]],
            "Harga akhir": written(everybody.price(row["Peserta"]).final_total),
        }
        for row in rows
    ]


def equal_hea(rows, text):
    """Equal HEA, parted by the TKDN."""
    made = goods(rows, text[text.index("HEA yang sama") :])
    return [
        {"HEA": hea_of(made, row["Peserta"]), "Peringkat": places(made)[row["Peserta"]]}
        for row in rows
    ]


@each_told
def by_line(row, text):
    """Works with two lines of goods: each counts with its own TKDN, the work as it is."""
    told = text[text.index("Pekerjaan Konstruksi") :]
    vat = number(re.search(r"PPN (\d+%)", told)[1])
    lines = [offered(row, name) for name in "ABC"]
    wanted = tuple(hps_line(name, "1", "600000000", goods=name != "C") for name in "ABC")
    net = sum(x.amount for x in lines)
    estimate = evolve(with_hps(told), vat_percent=vat, lines=wanted)
    made = evaluated(
        package(
            bidder(price=priced(net + net * vat / 100, *lines, vat=vat)),
            hps=estimate,
            asks=rate_told(told),
        )
    )
    return {"HEA": hea_of(made), "Hasil": said_of(made, HARGA)}


def services(rows, text):
    """Other services on both sides of the day from which they are preferred."""
    told = text[text.index("Jasa lainnya") :]
    first, last = (
        goods(rows, told, category=Category.JASA_LAINNYA, announced_on=dt.date(2025, 4, day))
        for day in (30, 29)
    )
    return [
        {
            "HEA": hea_of(first, row["Peserta"]),
            "Peringkat 30 April 2025": places(first)[row["Peserta"]],
            "Peringkat 29 April 2025": places(last)[row["Peserta"]],
        }
        for row in rows
    ]


def commitment(rows, text):
    """Works by what a bidder commits to, on both sides of the document's limit."""
    told = text[text.index("Pekerjaan konstruksi, disusun") :]
    least = number(re.search(r"paling rendah, yaitu (\d+%)", told)[1])
    asks = {HARGA: evolve(rate_told(told)[HARGA], tkdn_least=least)}
    day = dt.date(2025, 4, 30)
    made = goods(rows, told, category=Category.PEKERJAAN_KONSTRUKSI, announced_on=day, asks=asks)
    return [
        {"HEA": hea_of(made, row["Peserta"]), "Peringkat": places(made)[row["Peserta"]]}
        for row in rows
    ]


def offered(row, name) -> PriceLine:
    found = line(name, "1", number(row[f"Harga {name}"]))
    return found if name == "C" else evolve(found, tkdn_percent=tkdn(row[f"TKDN {name}"]))
