"""A small valid package, and the means to change one thing in it."""

import copy
import json
import re
from typing import Any

from tender_engine.faults import show
from tender_engine.formats.reader import Reading
from tests.reading import read_text

DROP = object()
_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


def small_package() -> dict[str, Any]:
    """A package that uses nearly every key of the format."""
    return {
        "format": "tender-package/1",
        "tender": {
            "code": "T-7",
            "rup_code": "123",
            "title": "Pembangunan Pagar Kantor Contoh",
            "buyer": "Pemerintah Kabupaten Contoh",
            "work_unit": "Dinas Pekerjaan Umum",
            "funding": "APBD",
            "fiscal_year": 2022,
            "document": {
                "number": "027/07/POKJA/2022",
                "date": "2022-05-02",
                "addenda": ["Adendum 1", {"number": "Adendum 2", "date": "2022-05-04"}],
            },
            "category": "pekerjaan_konstruksi",
            "procedure": "pascakualifikasi",
            "envelope": "satu_file",
            "method": "harga_terendah_sistem_gugur",
            "contract": "harga_satuan",
            "announced_on": "2022-05-02",
            "complex": False,
            "round": 1,
            "pagu": "250000000",
            "hps": {
                "total": "222000000",
                "vat_percent": "11",
                "lines": [
                    {
                        "id": "L1",
                        "description": "Pondasi",
                        "unit": "m3",
                        "quantity": "100",
                        "unit_price": "1500000",
                        "main": True,
                    },
                    {
                        "id": "L2",
                        "description": "Pagar besi",
                        "unit": "m",
                        "quantity": "50.5",
                        "unit_price": 1000000,
                        "vat_percent": "11",
                    },
                ],
            },
            "requirements": {
                "koreksi_aritmatik": {"rounding": "none", "binding": "daftar_kuantitas"},
                "penawaran_dievaluasi": {"lowest": 3, "clause": "LDP huruf E"},
                "evaluasi_administrasi": {
                    "criteria": [
                        {"id": "adm.surat", "title": "Surat penawaran", "clause": "IKP 28"}
                    ],
                    "bid_validity_days": 30,
                    "bid_bond": {"amount": "4000000", "valid_until": "2022-07-01"},
                    "clauses": {"bid_bond": "IKP 20"},
                },
                "evaluasi_kualifikasi": {
                    "business_size": ["mikro", "kecil"],
                    "blacklist": True,
                },
                "evaluasi_teknis": {
                    "weight": "60",
                    "threshold": "70",
                    "criteria": [
                        {
                            "id": "tek.metode",
                            "title": "Metode",
                            "weight": "40",
                            "threshold": "60",
                            "max_score": "100",
                        },
                        {"id": "tek.alat", "title": "Peralatan"},
                        {
                            "id": "tek.personel",
                            "title": "Personel",
                            "weight": "60",
                            "threshold": "30",
                            "max_score": "50",
                            "unsur": "tenaga_ahli",
                        },
                    ],
                },
                "evaluasi_harga": {"clauses": {"kewajaran_harga": "IKP 29"}},
            },
            "regulation": {
                "overlays": ["pasuruan-2022"],
                "values": [{"param": "a.b", "value": "3", "clause": "LDP 1", "reason": "diatur"}],
            },
        },
        "pokja": {
            "decree": "SK 01/2022",
            "members": [
                {"id": "m1", "name": "Siti Rahmawati", "role": "ketua"},
                {"id": "m2", "name": "Bagus Prasetyo"},
                {"id": "m3", "name": "Dewi Lestari"},
            ],
        },
        "participants": [
            {
                "id": "p1",
                "name": "CV Satu Contoh",
                "business_size": "kecil",
                "submitted": {
                    "penawaran": "2022-05-12T09:00:00+07:00",
                    "penawaran_tahap_dua": "2022-05-16T09:00:00+07:00",
                },
                "officers": [{"name": "Rudi", "position": "direktur"}, {"id": "o2", "name": "Ani"}],
                "key_personnel": [{"name": "Budi", "certificate": "SKK 1021"}],
                "equipment": [
                    {
                        "id": "a1",
                        "title": "Ekskavator",
                        "serial": "0012",
                        "owner": "PT Sewa",
                    },
                    {"id": "a2", "title": "Dump truck", "plate": "H 0112 XX"},
                ],
                "contact": {"phone": ["0341 555 0101"], "email": ["satu@contoh.test"]},
                "bank_accounts": ["Bank Contoh 0012003400"],
                "deeds": [{"number": "12", "date": "2010-03-01", "notary": "Sri Contoh, S.H."}],
                "file_metadata": [
                    {"file": "harga.xlsx", "of": "price", "author": "Ani"},
                    {
                        "file": "surat.pdf",
                        "of": "other",
                        "author": "Rudi",
                        "created": "2022-05-10T08:00:00+07:00",
                        "software": "Pengolah Kata",
                    },
                ],
                "price_commitment": {"alg": "sha256", "value": "0a" * 32},
                "facts": {
                    "evaluasi_administrasi": {
                        "bid_validity_days": 30,
                        "bid_bond": {"amount": "4000000", "valid_until": "2022-07-01"},
                        "evidence": ["surat.pdf", {"file": "jaminan.pdf", "page": "2"}],
                    }
                },
                "price": {
                    "stated_total": "211455000",
                    "vat_percent": "11",
                    "lines": [
                        {"id": "L1", "quantity": "100", "unit_price": "1400000"},
                        {"id": "L2", "quantity": "50.5", "unit_price": None, "amount": "0"},
                        {
                            "id": "X1",
                            "quantity": "1",
                            "unit_price": "500000",
                            "amount": "500000",
                            "extra": True,
                            "description": "Pembersihan",
                            "unit": "ls",
                        },
                    ],
                },
            },
            {
                "id": "p2",
                "name": "KSO Dua Contoh",
                "submitted": {"penawaran": "2022-05-13T16:00:00+07:00"},
                "members": [
                    {"id": "k1", "name": "PT Dua", "share_percent": "60", "lead": True},
                    {"id": "k2", "name": "CV Tiga", "share_percent": "40", "lead": False},
                ],
                "price": {
                    "stated_total": "200000000",
                    "vat_percent": "11",
                    "corrected_total": "200000000.50",
                    "corrected_by": "spse",
                },
            },
            {"id": "p3", "name": "CV Terdaftar Saja", "price": None},
        ],
        "parties": [{"id": "c1", "name": "PT Konsultan", "kind": "konsultan_perencana"}],
        "assessments": [
            {
                "stage": "evaluasi_administrasi",
                "participant": "*",
                "by": ["m1", "m2", "m3"],
                "verdict": "memenuhi",
                "at": "2022-05-16T10:00:00+07:00",
            },
            {
                "stage": "evaluasi_teknis",
                "participant": "p1",
                "criterion": "tek.metode",
                "by": "m1",
                "score": 80,
                "at": "2022-05-17T10:00:00+07:00",
            },
            {
                "stage": "evaluasi_teknis",
                "participant": "p2",
                "criterion": "tek.alat",
                "by": ["m1", "m2"],
                "verdict": "tidak_memenuhi",
                "note": "Disyaratkan alat X;\nyang ditawarkan alat Y",
                "evidence": ["alat.pdf"],
                "at": "2022-05-17T10:00:00+07:00",
            },
        ],
        "events": [
            {
                "type": "batas_pemasukan",
                "at": "2022-05-02T08:00:00+07:00",
                "of": "penawaran",
                "until": "2022-05-12T16:00:00+07:00",
            },
            {
                "type": "perpanjangan",
                "at": "2022-05-11T08:00:00+07:00",
                "of": "penawaran",
                "until": "2022-05-13T16:00:00+07:00",
            },
            {"type": "penutupan", "at": "2022-05-13T16:00:00+07:00", "of": "penawaran"},
            {
                "type": "klarifikasi",
                "at": "2022-05-16T08:00:00+07:00",
                "participant": "p1",
                "stage": "evaluasi_teknis",
                "question": "Apakah alat milik sendiri?",
                "answer": "Ya",
            },
            {
                "type": "keputusan_peringkat",
                "at": "2022-05-18T08:00:00+07:00",
                "by": ["m1", "m2"],
                "order": ["p2", "p1"],
                "reason": "kemampuan teknis",
            },
            {
                "type": "penetapan",
                "at": "2022-05-20T08:00:00+07:00",
                "of": "pemilihan",
                "by": "pokja",
                "number": "BA-1",
                "winner": "p1",
                "reserves": ["p2"],
            },
            {
                "type": "sanggah",
                "at": "2022-05-21T08:00:00+07:00",
                "of": "pemilihan",
                "participant": "p2",
            },
            {"type": "pembukaan_harga", "at": "2022-05-17T10:00:00+07:00"},
            {
                "type": "negosiasi",
                "at": "2022-05-30T10:00:00+07:00",
                "participant": "p1",
                "outcome": "sepakat",
                "total": "210000000",
            },
        ],
        "previous": {
            "kind": "evaluasi_ulang",
            "package": "sha256:" + "0" * 64,
            "reason": "sanggah benar",
        },
        "extensions": {"aplikasi": {"versi": 2, "rasio": 1.10, "catatan": [None, True, "é\t"]}},
    }


def change(package: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """A copy of `package` with the values at some key paths replaced, added or dropped."""
    made = copy.deepcopy(package)
    for path, value in changes.items():
        steps = [name or int(index) for name, index in _STEP.findall(path)]
        place: Any = made
        for step in steps[:-1]:
            place = place[step]
        if value is DROP:
            del place[steps[-1]]
        elif isinstance(place, list) and steps[-1] == len(place):
            place.append(copy.deepcopy(value))
        else:
            place[steps[-1]] = copy.deepcopy(value)
    return made


def read(package: Any) -> Reading:
    """What the reader makes of `package`."""
    return read_text(json.dumps(package, indent=1), "paket.json")


def found(reading: Reading) -> list[tuple[str, str]]:
    """The code and the key path of every fault."""
    return sorted((fault.code, show(fault.path)) for fault in reading.faults)
