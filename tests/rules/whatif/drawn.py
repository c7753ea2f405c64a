"""Small tenders drawn by a seed, near enough to their edges that a number often turns them."""

import copy
import json
from random import Random

from tender_engine import from_values
from tender_rules import national
from tests.samples.dossiers import SAMPLES

_HPS = 1_000_000_000
_STEP = 10_000_000
_METHODS = ("harga_terendah_sistem_gugur", "harga_terendah_ambang_batas", "sistem_nilai")


def drawn(seed):
    """A package of two to four bids, whole enough to be decided more often than not."""
    chance = Random(seed)
    value = json.loads((SAMPLES / "aplikasi-selisih-tipis" / "paket.json").read_text("utf-8"))
    value["events"] = [e for e in value["events"] if e["type"] not in ("berita_acara",)][:3]
    method = chance.choice(_METHODS)
    _terms(value["tender"], method, chance)
    if value["tender"]["envelope"] == "satu_file":
        value["events"] = [e for e in value["events"] if e["type"] != "pembukaan_harga"]
    one = value["participants"][0]
    value["participants"] = [copy.deepcopy(one) for _ in range(chance.randint(2, 4))]
    value["assessments"] = [each for each in value["assessments"] if "score" not in each]
    for number, bid in enumerate(value["participants"], 1):
        _bid(value, bid, f"p{number}", chance)
    return value


def package_of(value):
    """It as the reader takes it."""
    reading = from_values(value, national())
    assert reading.package is not None, [fault.code for fault in reading.faults]
    return reading.package


def _terms(tender, method, chance):
    asks = tender["requirements"]
    tender["method"] = method
    tender["hps"]["total"], tender["pagu"] = str(_HPS), str(_HPS + 5 * _STEP)
    if chance.random() < 0.5:
        tender["contract"] = "harga_satuan"
        line = {"description": "d", "unit": "u", "unit_price": "1000000"}
        lines = (("L1", "400"), ("L2", "500.5"))
        tender["hps"]["lines"] = [
            {"id": name, "quantity": volume, **line} for name, volume in lines
        ]
    if chance.random() < 0.3:
        asks["koreksi_aritmatik"] = {"rounding": chance.choice(("rupiah", "sen"))}
    if method == "sistem_nilai":
        return
    del asks["evaluasi_harga"]["weight"], asks["evaluasi_teknis"]["weight"]
    if method == "harga_terendah_sistem_gugur":
        asks["evaluasi_teknis"] = {"criteria": [{"id": "tek.alat", "title": "Peralatan"}]}
        tender["envelope"] = chance.choice(("satu_file", "dua_file"))
        if tender["envelope"] == "satu_file" and chance.random() < 0.5:
            asks["penawaran_dievaluasi"] = {"lowest": 2}
    if chance.random() < 0.4:
        asks["pembuktian_kualifikasi"]["scope"] = "semua_lulus_harga"


def _bid(value, bid, name, chance):
    tender = value["tender"]
    bid.update(id=name, name=f"PT {name}")
    total = _HPS - _STEP * chance.randint(-3, 24)
    bid["price"] = {"stated_total": str(total), "vat_percent": "11"}
    if tender["contract"] == "harga_satuan":
        prices = [str(total // 1_110_000 * 500 + chance.randint(0, 99)) for _ in range(2)]
        bid["price"]["lines"] = [
            {"id": f"L{n}", "quantity": volume, "unit_price": price, "amount": None}
            for n, (volume, price) in enumerate(zip(("400", "500.5"), prices, strict=True), 1)
        ]
    if chance.random() < 0.7:
        _judge(value, name, "evaluasi_harga", chance, criterion="kewajaran_harga")
    if chance.random() < 0.15:
        _judge(value, name, "pembuktian_kualifikasi", chance, word="tidak_memenuhi")
    if tender["method"] == "harga_terendah_sistem_gugur":
        _judge(value, name, "evaluasi_teknis", chance)
        return
    for member in ("m1", "m2", "m3"):
        entry = {"stage": "evaluasi_teknis", "participant": name, "criterion": "tek.rancangan"}
        score = {"by": [member], "score": str(chance.randint(58, 90))}
        value["assessments"].append({**entry, **score, "at": "2024-01-23T15:00:00+07:00"})


def _judge(value, name, stage, chance, *, word=None, **about):
    said = word or chance.choice(("memenuhi", "memenuhi", "memenuhi", "tidak_memenuhi"))
    entry = {"stage": stage, "participant": name, "by": ["m1", "m2"], "verdict": said}
    at = {"evaluasi_teknis": "2024-01-23"}.get(stage, "2024-01-29")
    value["assessments"].append({**entry, **about, "note": "n", "at": f"{at}T15:00:00+07:00"})
