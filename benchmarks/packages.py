"""Made-up packages of any size, as JSON text. The same size always gives the same text."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

__all__ = ["VARIANTS", "package_text"]

_MEMBERS = ("m1", "m2", "m3")
_TECHNICAL = ("tek.alat", "tek.personel", "tek.metode")
_VAT = 11
_WRONG_EVERY = 50  # one line in fifty: 2 percent


# What is not the plain lowest price in one file; each with bids of the same size.
_TWO_FILES = {"envelope": "dua_file"}
_SELEKSI = {
    **_TWO_FILES,
    "category": "jasa_konsultansi_perorangan",
    "contract": "waktu_penugasan",
}
VARIANTS: Mapping[str, Mapping[str, str]] = {
    "dua_file": _TWO_FILES,
    "prakualifikasi": {"procedure": "prakualifikasi"},
    "harga_terendah_ambang_batas": {"method": "harga_terendah_ambang_batas"},
    "sistem_nilai": {**_TWO_FILES, "method": "sistem_nilai"},
    "umur_ekonomis": {**_TWO_FILES, "method": "umur_ekonomis"},
    **{
        method: {**_SELEKSI, "method": method}
        for method in ("kualitas_biaya", "kualitas", "pagu_anggaran", "biaya_terendah")
    },
}
_NOT_SCORED = ("harga_terendah_sistem_gugur", "umur_ekonomis")
_WEIGHED = ("sistem_nilai", "kualitas_biaya")
_THIRDS = ("30", "30", "40")


def package_text(
    participants: int, lines: int, *, code: str = "UJI-1", variant: str | None = None
) -> str:
    """A whole package in which every fiftieth line of a bid has a wrong product.

    Lowest price in one file, or what `variant` names. Under scored methods every member scores
    every bidder on three criteria, each apart.
    """
    data = _plain(participants, lines, code)
    if variant is not None:
        _vary(data, VARIANTS[variant])
    return json.dumps(data)


def _vary(data: dict[str, Any], terms: Mapping[str, str]) -> None:
    """Make what `terms` say of the plain package, with all that it then needs."""
    tender, bids = data["tender"], data["participants"]
    tender.update(terms)
    events: list[dict[str, Any]] = []
    if tender["envelope"] == "dua_file":
        events.append({"type": "pembukaan_harga", "at": "2022-05-25T10:00:00+07:00"})
    if tender["procedure"] == "prakualifikasi":
        events += _listed(bids)
    if tender["method"] == "umur_ekonomis":
        tender["requirements"]["evaluasi_harga"] = {"operating_years": 2}
        costs = {"operating": [1000, 1000], "maintenance": [500, 500], "residual": 100}
        for bid in bids:
            bid["price"]["life_cycle"] = costs
    if tender["method"] not in _NOT_SCORED:
        _ask_for_scores(tender)
        data["assessments"] += [score for bid in bids for score in _scores(bid["id"])]
    data["events"] = events


def _listed(bids: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Everybody was found qualified before any bid."""
    for bid in bids:
        bid["submitted"]["kualifikasi"] = "2022-04-12T09:00:00+07:00"
    act = {"type": "penetapan", "of": "kualifikasi", "by": "pokja", "number": "BA-1"}
    until = "2022-05-12T10:00:00+07:00"
    due = {"type": "batas_pemasukan", "of": "penawaran", "until": until}
    return [
        {**act, "at": "2022-04-30T10:00:00+07:00", "list": [bid["id"] for bid in bids]},
        {**due, "at": "2022-05-02T10:00:00+07:00"},
    ]


def _ask_for_scores(tender: dict[str, Any]) -> None:
    technical = tender["requirements"]["evaluasi_teknis"]
    technical["threshold"] = 60
    for criterion, weight in zip(technical["criteria"], _THIRDS, strict=True):
        criterion.update({"weight": weight, "max_score": 100})
    if tender["method"] in _WEIGHED:
        technical["weight"] = 60
        tender["requirements"]["evaluasi_harga"] = {"weight": 40}


def _scores(name: str) -> list[dict[str, Any]]:
    """No two bidders alike: each has a tenth of a point more than the one before."""
    value = str(Decimal(70) + Decimal(name.removeprefix("p")) / 10)
    return [
        {
            "stage": "evaluasi_teknis",
            "participant": name,
            "criterion": criterion,
            "by": member,
            "score": value,
            "at": "2022-05-20T11:00:00+07:00",
        }
        for criterion in _TECHNICAL
        for member in _MEMBERS
    ]


def _plain(participants: int, lines: int, code: str) -> dict[str, Any]:
    priced = [
        (f"L{n}", Decimal(10 + n % 7), Decimal(100_000 + 1_000 * (n % 13)))
        for n in range(1, lines + 1)
    ]
    hps = sum(volume * price for _, volume, price in priced) * (100 + _VAT) / 100
    bids = [_bidder(number, priced) for number in range(1, participants + 1)]
    return {
        "format": "tender-package/1",
        "tender": _tender(code, hps, priced),
        "pokja": {
            "decree": "SK 01/2022",
            "members": [{"id": name, "name": f"Anggota {name}"} for name in _MEMBERS],
        },
        "participants": bids,
        "assessments": [
            {
                "stage": stage,
                "participant": "*",
                "by": list(_MEMBERS),
                "verdict": "memenuhi",
                "at": f"2022-05-{day}T10:00:00+07:00",
            }
            for stage, day in (
                ("evaluasi_administrasi", 20),
                ("evaluasi_kualifikasi", 20),
                ("evaluasi_teknis", 20),
                ("pembuktian_kualifikasi", 26),  # after the prices were opened
            )
        ],
    }


def _tender(code: str, hps: Decimal, priced: list[tuple[str, Decimal, Decimal]]) -> dict[str, Any]:
    return {
        "code": code,
        "title": "Pekerjaan contoh untuk pengukuran",
        "buyer": "Pemerintah Kabupaten Contoh",
        "work_unit": "Dinas Contoh",
        "document": {"number": "01/CONTOH/2022", "date": "2022-05-02"},
        "category": "barang",
        "procedure": "pascakualifikasi",
        "envelope": "satu_file",
        "method": "harga_terendah_sistem_gugur",
        "contract": "harga_satuan",
        "announced_on": "2022-05-02",
        "pagu": str(hps),
        "hps": {
            "total": str(hps),
            "vat_percent": str(_VAT),
            "lines": [
                {
                    "id": name,
                    "description": f"Pekerjaan {name}",
                    "unit": "m",
                    "quantity": str(volume),
                    "unit_price": str(price),
                }
                for name, volume, price in priced
            ],
        },
        "requirements": {
            "evaluasi_administrasi": {
                "criteria": [{"id": "adm.surat", "title": "Surat penawaran"}],
                "bid_validity_days": 60,
            },
            "evaluasi_kualifikasi": {
                "criteria": [{"id": "kual.izin", "title": "Izin usaha"}],
                "blacklist": True,
            },
            "evaluasi_teknis": {
                "criteria": [{"id": name, "title": f"Syarat {name}"} for name in _TECHNICAL]
            },
            "pembuktian_kualifikasi": {"criteria": [{"id": "bukti.asli", "title": "Dokumen asli"}]},
        },
    }


def _bidder(number: int, priced: list[tuple[str, Decimal, Decimal]]) -> dict[str, Any]:
    """A bid a little under the estimate; no two alike, so that nothing waits for a tie."""
    lines, total = [], Decimal(0)
    for position, (name, volume, estimate) in enumerate(priced, number):
        price = estimate * 9 / 10 + number
        amount = volume * price
        if position % _WRONG_EVERY == 0:
            amount += 1_000
        total += amount
        lines.append(
            {"id": name, "quantity": str(volume), "unit_price": str(price), "amount": str(amount)}
        )
    return {
        "id": f"p{number}",
        "name": f"CV Contoh {number}",
        "submitted": {"penawaran": "2022-05-12T09:00:00+07:00"},
        "facts": {
            "evaluasi_administrasi": {"bid_validity_days": 90},
            "evaluasi_kualifikasi": {"blacklist": False},
        },
        "price": {
            "stated_total": str(total * (100 + _VAT) / 100),
            "vat_percent": str(_VAT),
            "lines": lines,
        },
    }
