"""The strategy for texts that are almost a package, with the codes that a reader must tell."""

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tender_engine.formats.canonical import canonical_package
from tender_engine.model import Package
from tender_rules.stages.low_bids import FAIRNESS
from tender_rules.testing.lowest_price import packages

__all__ = ["FAULTS", "NearValid", "near_valid_texts"]

Injection: TypeAlias = Callable[[dict[str, Any]], None]
_AT = "2022-06-01T10:00:00+07:00"


@frozen
class NearValid:
    """A text with faults in it: which ones by name, and the codes that are expected for them."""

    text: str
    faults: tuple[str, ...]
    codes: frozenset[str]


def _set(key: str, value: object, *path: str) -> Injection:
    def inject(data: dict[str, Any]) -> None:
        for step in path:
            data = data[step]
        data[key] = value

    return inject


def _drop(key: str, *path: str) -> Injection:
    def inject(data: dict[str, Any]) -> None:
        for step in path:
            data = data[step]
        del data[key]

    return inject


def _add(name: str, *items: Mapping[str, object]) -> Injection:
    def inject(data: dict[str, Any]) -> None:
        data[name] = [*(data.get(name) or []), *items]

    return inject


def _judgement(**changed: object) -> Injection:
    entry = {"stage": "evaluasi_teknis", "participant": "*", "by": "m1", "at": _AT}
    return _add("assessments", {**entry, "verdict": "memenuhi", **changed})


def _unexplained() -> Injection:
    built_in = {"stage": "evaluasi_harga", "criterion": FAIRNESS.key}
    return _judgement(**built_in, verdict="tidak_memenuhi")


def _stranger(name: str) -> Mapping[str, object]:
    return {"id": name, "name": "CV Contoh"}


# By name: the code that must be told, and how the fault gets in.
FAULTS: Mapping[str, tuple[str, Injection]] = {
    "kunci_tak_dikenal": ("PKT010", _set("hpss", "1", "tender")),
    "kunci_hilang": ("PKT011", _drop("title", "tender")),
    "jenis_salah": ("PKT012", _set("buyer", 5, "tender")),
    "bukan_bilangan": ("PKT013", _set("pagu", "1.000.000,00", "tender")),
    "di_luar_batas": ("PKT014", _set("round", 0, "tender")),
    "istilah_tak_dikenal": ("PKT015", _set("category", "barangg", "tender")),
    "tanda_arah": ("PKT017", _set("work_unit", "Dinas \u202e Contoh", "tender")),
    "id_tak_sah": ("PKT018", _add("parties", {"id": "a b", "name": "PT Contoh", "kind": "pt"})),
    "tanggal_tak_ada": ("PKT019", _set("date", "2022-02-30", "tender", "document")),
    "waktu_tanpa_zona": (
        "PKT020",
        _add("events", {"type": "pengumuman", "of": "pemilihan", "at": "2022-06-01T10:00:00"}),
    ),
    "format_lain": ("PKT028", _set("format", "tender-package/9")),
    "bukan_angka_terhingga": ("PKT007", _set("extensions", {"x": float("nan")})),
    "konsolidasi": ("PKT022", _set("konsolidasi", True, "tender")),
    "reverse_auction_tanpa_dilaksanakan": (
        "PKT068",
        _add(
            "events",
            {
                "type": "reverse_auction",
                "at": _AT,
                "held": False,
                "totals": {},
                "reason": "tidak diperlukan",
            },
        ),
    ),
    "id_kembar": ("PKT030", _add("participants", _stranger("kembar"), _stranger("kembar"))),
    "bukan_anggota": ("PKT050", _judgement(by="orang-lain")),
    "bukan_peserta": ("PKT051", _judgement(participant="bukan-peserta")),
    "kriteria_tak_ada": ("PKT052", _judgement(criterion="tidak.ada")),
    "tanpa_jawaban": ("PKT053", _judgement(verdict=None)),
    "tanpa_alasan": ("PKT054", _unexplained()),
    "tahap_tak_dinilai": ("PKT055", _judgement(stage="pembukaan")),
}


@st.composite
def near_valid_texts(
    draw: DrawFn,
    *,
    base: SearchStrategy[Package] | None = None,
    among: Collection[str] = FAULTS,
    most: int = 3,
) -> NearValid:
    """JSON texts of valid packages with faults injected; a strict reader tells exactly `codes`.

    Args:
        draw: given by Hypothesis.
        base: the valid packages; small ones where it is not given.
        among: the names of the faults to choose from.
        most: how many faults a text has at most; at least one.
    """
    data = json.loads(canonical_package(draw(base or packages(bidders=(0, 2), lines=2))))
    names = draw(st.lists(st.sampled_from(sorted(among)), min_size=1, max_size=most, unique=True))
    for name in names:
        FAULTS[name][1](data)
    text = json.dumps(data, ensure_ascii=False)
    return NearValid(text, tuple(names), frozenset(FAULTS[name][0] for name in names))
