"""Small Seleksi drawn by a seed: a list that is scored, and bids of each method; and who leaves."""

import copy
import json
from random import Random

from tests.rules.whatif.drawn import drawn
from tests.samples.dossiers import SAMPLES

_HPS, _STEP = 1_000_000_000, 10_000_000
_MEMBERS = (["m1"], ["m2"], ["m3"])
_LISTED = ("kual.jumlah", "kual.nilai")
_TECHNICAL = (("tek.pengalaman", "15"), ("tek.pendekatan", "25"), ("tek.ketua", "60"))
_LEFT_AT = ("evaluasi_administrasi", "evaluasi_teknis", "evaluasi_harga", "penetapan")


def listing(seed, most):
    """Who is put on the list of a prakualifikasi: scores, thresholds, a proof that fails."""
    chance = Random(seed)
    value, names = _begun(chance, chance.randint(3, most))
    value["events"] = [e for e in value["events"] if e["type"] in ("batas_pemasukan", "penutupan")]
    value["events"] = [event for event in value["events"] if event["of"] == "kualifikasi"]
    early = ("evaluasi_kualifikasi", "pembuktian_kualifikasi")
    value["assessments"] = [e for e in value["assessments"] if e["stage"] in early]
    for who in value["participants"]:
        del who["price"], who["submitted"]["penawaran"], who["facts"]["evaluasi_administrasi"]
    if chance.random() < 0.3:
        value["events"].append(_left(chance.choice(names), early[0], "2024-02-20"))
    # Where most pass, the list is full, and their order decides.
    full = chance.random() < 0.5
    figures = range(66, 99) if full else (50, 55, 60, 62, 65, 70, 80, 90)
    for name in names:
        _score(value, name, _LISTED, figures, chance)
        if not full and chance.random() < 0.2:
            about = {"participant": name, "stage": early[1], "by": ["m1", "m2"], "note": "n"}
            said = {"verdict": "tidak_memenuhi", "at": "2024-02-22T12:00:00+07:00"}
            value["assessments"].append(about | said)
    return value


def consultancy(seed, method, most=4):
    """Bids of a Seleksi by `method`, near to thresholds and to the HPS; somebody may leave."""
    chance = Random(seed)
    value, names = _begun(chance, chance.randint(3, most))
    _terms(value["tender"], method, chance)
    chosen = next(event for event in value["events"] if event["type"] == "penetapan")
    kept = ("batas_pemasukan", "penutupan", "pengumuman", "akhir_masa_sanggah", "pembukaan_harga")
    value["events"] = [
        each for each in value["events"] if each["type"] in kept and each.get("of") != "pemilihan"
    ]
    value["events"].append({**chosen, "list": names})
    if chance.random() < 0.35:
        value["events"].append(_left(chance.choice(names), chance.choice(_LEFT_AT), "2024-03-25"))
    for who in value["participants"]:
        total = _HPS - _STEP * chance.randint(-4, 24)
        who["price"] = {"stated_total": str(total), "vat_percent": "11"}
        _score(value, who["id"], _LISTED, (80,), chance)
        _score(value, who["id"], [name for name, _ in _TECHNICAL], range(58, 91), chance)
    return value


def withdrawn(seed):
    """A drawn tender that one bidder leaves."""
    value, chance = drawn(seed), Random(seed)
    name = chance.choice(value["participants"])["id"]
    day = chance.choice(("2024-01-28", "2024-01-30"))
    value["events"].append(_left(name, chance.choice(_LEFT_AT), day))
    return value


def _begun(chance, count):
    value = json.loads((SAMPLES / "pengawasan-rumah-sakit" / "paket.json").read_text("utf-8"))
    bidders = [copy.deepcopy(value["participants"][n % 5]) for n in range(count)]
    for number, bidder in enumerate(bidders, 1):
        npwp = f"00.02{number}.131.7-890.131"
        bidder.update(id=f"p{number}", name=f"PT {number}", npwp=npwp)
    value["participants"] = bidders
    value["assessments"] = [e for e in value["assessments"] if e["participant"] == "*"]
    asked = value["tender"]["requirements"]["evaluasi_kualifikasi"]["criteria"]
    del asked[3:]
    asked[1]["weight"] = "60"
    if chance.random() < 0.4:
        asked[1]["threshold"] = str(chance.choice((55, 60, 65)))
    return value, [bidder["id"] for bidder in bidders]


def _terms(tender, method, chance):
    asks = tender["requirements"]
    technical = asks["evaluasi_teknis"]
    criteria = {each["id"]: each for each in technical["criteria"]}
    technical["criteria"] = [{**criteria[name], "weight": share} for name, share in _TECHNICAL]
    technical["threshold"] = str(chance.choice((60, 65, 70)))
    if chance.random() < 0.5:
        technical["criteria"][2].pop("threshold")
    del technical["weight"], asks["evaluasi_harga"]
    if method == "kualitas_biaya":
        weight = chance.choice((60, 65, 70, 75, 80))
        technical["weight"], asks["evaluasi_harga"] = str(weight), {"weight": str(100 - weight)}
    tender["hps"] = {"total": str(_HPS), "vat_percent": "11"}
    tender["pagu"] = str(_HPS + chance.choice((0, 3)) * _STEP)
    tender.update(method=method, contract="lumsum")


def _score(value, name, criteria, figures, chance):
    qualifies = criteria is _LISTED
    at = "2024-02-19T10:00:00+07:00" if qualifies else "2024-03-20T10:00:00+07:00"
    about = {"stage": "evaluasi_kualifikasi" if qualifies else "evaluasi_teknis", "at": at}
    for criterion in criteria:
        for by in _MEMBERS if chance.random() < 0.5 else (["m1", "m2", "m3"],):
            entry = {"participant": name, "criterion": criterion, "by": by}
            entry["score"] = str(chance.choice(figures))
            value["assessments"].append(about | entry)


def _left(name, stage, day):
    event = {"type": "pengunduran_diri", "at": f"{day}T10:00:00+07:00", "participant": name}
    return {**event, "stage": stage, "reason": "x", "accepted": True}
