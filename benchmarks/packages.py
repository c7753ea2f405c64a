"""Made-up packages of any size, as JSON text. The same size always gives the same text."""

import json
from decimal import Decimal
from typing import Any

__all__ = ["package_text"]

_MEMBERS = ("m1", "m2", "m3")
_TECHNICAL = ("tek.alat", "tek.personel", "tek.metode")
_VAT = 11
_WRONG_EVERY = 50  # one line in fifty: 2 percent


def package_text(participants: int, lines: int, *, code: str = "UJI-1") -> str:
    """A whole package in which every fiftieth line of a bid has a wrong product."""
    priced = [
        (f"L{n}", Decimal(10 + n % 7), Decimal(100_000 + 1_000 * (n % 13)))
        for n in range(1, lines + 1)
    ]
    hps = sum(volume * price for _, volume, price in priced) * (100 + _VAT) / 100
    bids = [_bidder(number, priced) for number in range(1, participants + 1)]
    return json.dumps(
        {
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
                    "at": "2022-05-20T10:00:00+07:00",
                }
                for stage in (
                    "evaluasi_administrasi",
                    "evaluasi_kualifikasi",
                    "evaluasi_teknis",
                    "pembuktian_kualifikasi",
                )
            ],
        }
    )


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
