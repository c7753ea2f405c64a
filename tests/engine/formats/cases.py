"""Every fault of a package, each as one change of the small package and what it must give."""

from typing import Any

from tender_rules import national
from tests.engine.formats.data import DROP

LONG_ID = "x" * 65
ADMIN = "tender.requirements.evaluasi_administrasi"
TECHNICAL = "tender.requirements.evaluasi_teknis"
YEARS = "tender.requirements.evaluasi_harga.operating_years"
PRICE = "participants[0].price"
LINE = f"{PRICE}.lines[0]"
GENERAL, SCORE, VERDICT = "assessments[0]", "assessments[1]", "assessments[2]"
HPS = "tender.hps"
BASE = {"tender.hps.vat_base": "11/12"}
SKN = "tender.requirements.evaluasi_kualifikasi.skn"
KUALIFIKASI = "participants[0].facts.evaluasi_kualifikasi"
OVERDONE = {
    "equity": 1,
    "running": [{"contract": "75", "done": "75.000001", "share_percent": "100"}],
}
RANKING, AWARD, TALKS = "events[4]", "events[5]", "events[8]"
DEEP: Any = []
for _ in range(31):
    DEEP = [DEEP]
HPS_LINE = {"id": "L2", "description": "Lagi", "unit": "m", "quantity": "1", "unit_price": "1"}
LOOKED_AT = {
    "type": "konfirmasi_isian",
    "at": "2022-05-18T09:00:00+07:00",
    "doubt": "baris_nol",
    "participant": "p1",
    "line": "L1",
    "figure": "0",
    "by": "m1",
    "note": "Sesuai daftar kuantitas dan harga.",
}
NO_JUDGES: dict[str, Any] = {"assessments": [], "events": []}
FAIRNESS = {f"{SCORE}.criterion": "kewajaran_harga"}
SAME_TIME = {
    "stage": "evaluasi_teknis",
    "participant": "p1",
    "criterion": "tek.metode",
    "by": ["m1"],
    "score": "90",
    "at": "2022-05-17T03:00:00Z",
}
UNSCORED = {"id": "tek.personel", "title": "Personel"}
# A threshold means that a criterion is scored, and alone it does not say how.
HALF_SCORED: dict[str, Any] = {f"{TECHNICAL}.criteria[1].threshold": "60"}
# Prices are opened at 10:00:00.
LATE: dict[str, Any] = {f"{SCORE}.at": "2022-05-17T10:00:01+07:00"}
ANEW: dict[str, Any] = {"previous": None}
OPENED_LATER = {"type": "pembukaan_harga", "at": "2022-05-18T10:00:00+07:00"}
SECOND_DEADLINE = {
    "type": "batas_pemasukan",
    "at": "2022-05-14T08:00:00+07:00",
    "of": "penawaran_tahap_dua",
    "until": "2022-05-16T09:00:00+07:00",
}
COSTS: dict[str, Any] = {
    "operating": ["10000000", "12000000"],
    "maintenance": ["0", "5000000"],
    "residual": "40000000",
}
LIFE: dict[str, Any] = {
    "tender.method": "umur_ekonomis",
    YEARS: 2,
    f"{PRICE}.life_cycle": COSTS,
}
MONTHS: dict[str, Any] = {
    "tender.hps.lines[0].person_months": "6",
    f"{LINE}.person_months": "5.5",
}
EQUALISED: dict[str, Any] = {
    "tender.requirements.penyetaraan_teknis": {
        "criteria": [{"id": "set.spek", "title": "Spesifikasi yang disetarakan"}],
        "clauses": {"penyetaraan": "LDP huruf G"},
    },
    "participants[0].facts.penyetaraan_teknis": {"evidence": ["setara.pdf"]},
}
ON_EQUALISING = {f"{VERDICT}.stage": "penyetaraan_teknis"}
TALKS_AGAIN = {
    "type": "negosiasi",
    "at": "2022-05-30T03:00:00Z",
    "participant": "p1",
    "outcome": "gagal",
}
PRICE_FACTS = "participants[0].facts.evaluasi_harga"
ANALYSIS = f"{PRICE_FACTS}.kewajaran_harga"
ANALYSED = f"{ANALYSIS}.lines[0]"
WAGES: dict[str, Any] = {
    "id": "u1",
    "kind": "upah",
    "description": "Pekerja",
    "unit": "OH",
    "coefficient": {"offered": "0.25", "accepted": False, "agreed": "0.3", "hps": "0.35"},
    "price": {"offered": "7654321", "accepted": False, "market": "7654322", "hps": "7654323"},
}
SAND: dict[str, Any] = {
    "id": "b1",
    "kind": "bahan",
    "description": "Pasir",
    "unit": "m3",
    "coefficient": {"offered": "1.2"},
    "price": {},
}
BY_COMPONENTS: dict[str, Any] = {
    "id": "L1",
    "components": [WAGES, SAND],
    "overhead_percent": "10",
    "profit_percent": "5",
}
AS_A_WHOLE: dict[str, Any] = {"id": "L1", "unit_price": {"accepted": False, "market": "7654324"}}
# What clarifying the price of the first bidder brought; works are analysed by components.
CLARIFIED: dict[str, Any] = {
    PRICE_FACTS: {
        "kewajaran_harga": {"lines": [BY_COMPONENTS]},
        "timpang": [{"id": "L1", "outcome": "timpang", "note": "alat sewa"}],
    }
}
GOODS: dict[str, Any] = {
    "tender.category": "barang",
    PRICE_FACTS: {"kewajaran_harga": {"lines": [AS_A_WHOLE]}},
}
AUCTION: dict[str, Any] = {
    "type": "reverse_auction",
    "at": "2022-05-19T10:00:00+07:00",
    "held": True,
    "totals": {"p1": "7654321", "p2": "190000000.50"},
    "reason": "dua penawaran yang masuk",
}
WITHDRAWAL: dict[str, Any] = {
    "type": "pengunduran_diri",
    "at": "2022-05-19T11:00:00+07:00",
    "participant": "p2",
    "stage": "evaluasi_teknis",
    "reason": "alat rusak",
    "accepted": False,
    "cause": "pengunduran_diri",
}
APPEAL: dict[str, Any] = {
    "type": "sanggah_banding",
    "at": "2022-05-24T11:00:00+07:00",
    "of": "pemilihan",
    "participant": "p2",
    "bond": "2220000",
    "decision": "tidak_benar",
}
CALLED_OFF: dict[str, Any] = {
    "type": "pembatalan",
    "at": "2022-07-01T10:00:00+07:00",
    "by": "kpa",
    "reason": "anggaran dialihkan",
    "number": "900/1/2022",
    "evidence": [{"file": "keputusan.pdf", "page": "1"}],
}
_AT = "2022-07-01T10:00:00+07:00"
CALLED_IN: dict[str, Any] = {
    "type": "undangan",
    "at": _AT,
    "of": "pembuktian",
    "participant": "p1",
    "for": "2022-07-04T09:00:00+07:00",
    "place": "Ruang rapat",
    "number": "005/1/2022",
    "present": [{"name": "Sri Wahyuni", "role": "Direktur", "for": "p1"}],
}
# Every act after the ranking, whole.
LATER_ACTS: list[dict[str, Any]] = [
    {"type": "penjelasan", "number": "027/2/2022"},
    {"type": "sanggah", "of": "pemilihan", "participant": "p2", "channel": "luar"}
    | {"addressee": "ppk"},
    {"type": "jawaban_sanggah", "of": "pemilihan", "participant": "p2"}
    | {"decision": "benar_substansial", "cause": "perpres-16-2018:51(2)a"},
    {"type": "sanggah_banding", "of": "pemilihan", "participant": "p2", "bond": "12210000"}
    | {"addressee": "pokja"},
    {"type": "klarifikasi_jaminan", "participant": "p2", "result": "tidak_sah"},
    {"type": "jawaban_sanggah_banding", "participant": "p2", "decision": "benar"},
    {"type": "usul_penetapan", "number": "027/3/2022"},
    {"type": "penolakan", "by": "ppk", "reason": "hasil tidak sesuai"},
    {"type": "sppbj", "participant": "p1", "number": "SPPBJ/1/2022"},
    {"type": "surat", "of": "surat", "participant": "p2", "number": "027/4/2022"}
    | {"place": "Pasuruan", "date": "2022-07-05"},
    CALLED_IN,
    {"type": "pernyataan", "member": "m2", "interest": "saudara direktur", "participants": ["p2"]},
    {"type": "pernyataan", "member": "m1", "interest": False},
]
INTEREST = {"type": "pernyataan", "at": _AT, "member": "m2", "interest": "saham"}
LATER_ACTS = [{"at": _AT, **act} for act in LATER_ACTS]
OPENED = "participants[0].facts.pembukaan"
# What the file of a letter says of itself, and the digest of a price that came before it.
FILE, COMMITTED = "participants[0].file_metadata[1]", "participants[0].price_commitment"
# A preference and the TKDN of its goods, by line and for the whole bid.
PREFERRED: dict[str, Any] = {
    "tender.requirements.evaluasi_harga.tkdn_preference": "25",
    "tender.hps.lines[0].goods": True,
    "tender.hps.lines[1].goods": False,
    f"{LINE}.tkdn_percent": "40.5",
    f"{PRICE}.tkdn_percent": "30",
}
GABUNGAN: dict[str, Any] = {
    "tender.contract": "gabungan",
    "tender.hps.lines[0].part": "harga_satuan",
    "tender.hps.lines[1].part": "lumsum",
    f"{PRICE}.stated_parts": {"harga_satuan": "1", "lumsum": "0"},
}

# What a schema says too: code, key path of the fault, the change.
# One of each kind that nobody can see: hyphen, joiners, fillers, blank Braille, variants, tags.
HIDDEN_SIGNS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u2028\u2060\u206f\u2800\u3164"
    "\ufe00\ufe0f\ufeff\uffa0\ufff9\U0001bca0\U0001d159\U0001d173\U000e0001\U000e0041\U000e007f"
    "\U000e0100"
)

SHAPE_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT010", "tender.titel", {"tender.titel": "x"}),
    ("PKT010", "pemenang", {"pemenang": "p1"}),
    (
        "PKT010",
        "tender.requirements.evaluasi_tekniks",
        {"tender.requirements.evaluasi_tekniks": {}},
    ),
    ("PKT010", f"{ADMIN}.clauses.bid_bon", {f"{ADMIN}.clauses.bid_bon": "IKP 1"}),
    ("PKT010", "events[2].until", {"events[2].until": "2022-05-13T16:00:00+07:00"}),
    ("PKT011", "tender", {"tender.pagu": DROP}),
    ("PKT011", "tender.pagu", {"tender.pagu": None}),
    ("PKT011", "participants[0].price.lines[0]", {f"{LINE}.unit_price": DROP}),
    ("PKT011", "events[2]", {"events[2].type": DROP}),
    ("PKT011", "tender", {"tender.code": DROP}),
    ("PKT010", "events[7].of", {"events[7].of": "penawaran"}),
    (
        "PKT010",
        "tender.requirements.penyetaraan_teknis.threshold",
        {"tender.requirements.penyetaraan_teknis": {"threshold": "1"}},
    ),
    ("PKT011", TALKS, {f"{TALKS}.outcome": DROP}),
    ("PKT011", f"{PRICE}.life_cycle", {**LIFE, f"{PRICE}.life_cycle.residual": DROP}),
    ("PKT011", f"{PRICE}.life_cycle.operating", {**LIFE, f"{PRICE}.life_cycle.operating": None}),
    ("PKT012", "tender.pagu", {"tender.pagu": True}),
    ("PKT012", "tender.pagu", {"tender.pagu": {}}),
    ("PKT012", "tender.title", {"tender.title": 7}),
    ("PKT012", "tender.complex", {"tender.complex": "ya"}),
    ("PKT012", "tender.round", {"tender.round": "1"}),
    ("PKT012", "tender.hps", {"tender.hps": []}),
    ("PKT012", "participants", {"participants": {}}),
    ("PKT012", "assessments[0].at", {f"{GENERAL}.at": 20220516}),
    ("PKT012", "tender.category", {"tender.category": 1}),
    ("PKT012", "participants[0].id", {"participants[0].id": 1}),
    ("PKT012", "participants[0].facts", {"participants[0].facts": []}),
    ("PKT012", "events[2].type", {"events[2].type": 3}),
    ("PKT012", "events[2]", {"events[2]": "penutupan"}),
    ("PKT012", "format", {"format": 1}),
    ("PKT079", f"{TECHNICAL}.criteria[2].weight", {f"{TECHNICAL}.criteria[2].weight": "100/0"}),
    ("PKT079", f"{TECHNICAL}.criteria[2].weight", {f"{TECHNICAL}.criteria[2].weight": "1/3/4"}),
    ("PKT079", f"{TECHNICAL}.criteria[2].weight", {f"{TECHNICAL}.criteria[2].weight": "60/1 "}),
    ("PKT079", f"{TECHNICAL}.criteria[2].weight", {f"{TECHNICAL}.criteria[2].weight": "-60/1"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "250.000.000,00"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "1e8"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "Rp250000000"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "0250000000"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "1" * 19}),
    ("PKT013", "tender.pagu", {"tender.pagu": "1.1234567"}),
    ("PKT013", "tender.pagu", {"tender.pagu": ""}),
    ("PKT013", "tender.pagu", {"tender.pagu": "١٢٣"}),
    ("PKT013", "tender.pagu", {"tender.pagu": "250000000\n"}),
    ("PKT014", "tender.pagu", {"tender.pagu": "0"}),
    ("PKT014", "tender.pagu", {"tender.pagu": "0.00"}),
    ("PKT014", "tender.pagu", {"tender.pagu": -1}),
    ("PKT014", "tender.pagu", {"tender.pagu": "-250000000"}),
    ("PKT014", "tender.hps.vat_percent", {"tender.hps.vat_percent": "100.01"}),
    ("PKT014", "tender.hps.vat_percent", {"tender.hps.vat_percent": 101}),
    ("PKT012", f"{HPS}.vat_base", {f"{HPS}.vat_base": ["11/12"]}),
    ("PKT084", f"{HPS}.vat_base", {f"{HPS}.vat_base": "0.92"}),
    ("PKT084", f"{HPS}.vat_base", {f"{HPS}.vat_base": "11 / 12"}),
    ("PKT084", f"{HPS}.vat_base", {f"{HPS}.vat_base": "0/12"}),
    ("PKT084", f"{HPS}.vat_base", {f"{HPS}.vat_base": "11/12\n"}),
    ("PKT084", f"{LINE}.vat_base", {f"{LINE}.vat_base": "1/0"}),
    ("PKT014", "tender.round", {"tender.round": 0}),
    ("PKT014", "tender.round", {"tender.round": 10}),
    ("PKT014", "tender.round", {"tender.round": 1.5}),
    ("PKT014", YEARS, {**LIFE, YEARS: 0}),
    ("PKT014", YEARS, {**LIFE, YEARS: 101}),
    ("PKT014", f"{TALKS}.total", {f"{TALKS}.total": "0"}),
    ("PKT014", "tender.hps.lines[0].person_months", {"tender.hps.lines[0].person_months": "0"}),
    ("PKT014", f"{SKN}.least_share", {SKN: {"fp": "7", "fl": "0.6", "least_share": "10"}}),
    ("PKT014", f"{KUALIFIKASI}.skn.equity", {KUALIFIKASI: {"skn": {"equity": "-1"}}}),
    ("PKT015", f"{TECHNICAL}.criteria[2].unsur", {f"{TECHNICAL}.criteria[2].unsur": "ahli"}),
    ("PKT015", f"{TALKS}.outcome", {f"{TALKS}.outcome": "setuju"}),
    ("PKT011", f"{TALKS}.figure", {TALKS: {**LOOKED_AT, "figure": None}}),
    ("PKT015", f"{TALKS}.doubt", {TALKS: {**LOOKED_AT, "doubt": "harga_lipat"}}),
    ("PKT015", "tender.category", {"tender.category": "konstruksi"}),
    ("PKT015", "events[2].type", {"events[2].type": "penutup"}),
    ("PKT015", "events[5].of", {f"{AWARD}.of": "penawaran"}),
    ("PKT016", "tender.title", {"tender.title": "x" * 1001}),
    ("PKT017", "tender.title", {"tender.title": "Pagar\u202egnatnaB"}),
    ("PKT017", "tender.title", {"tender.title": "Pagar\nBaru"}),
    ("PKT017", "participants[0].name", {"participants[0].name": "CV\u0000Satu"}),
    ("PKT017", "assessments[2].note", {f"{VERDICT}.note": "a\u001b[2Jb"}),
    *(
        ("PKT017", path, {path: f"PT Con{sign}toh"})
        for sign in HIDDEN_SIGNS
        for path in ("participants[0].name", "assessments[2].note")
    ),
    ("PKT018", "participants[2].id", {"participants[2].id": "Te\u0301"}),
    ("PKT018", "participants[2].id", {"participants[2].id": "p 3"}),
    ("PKT018", "participants[2].id", {"participants[2].id": LONG_ID}),
    ("PKT018", "participants[2].id", {"participants[2].id": "*"}),
    ("PKT120", "previous.package", {"previous.package": f"sha256:{'0' * 63}"}),
    ("PKT120", "previous.package", {"previous.package": f"sha256:{'A' * 64}"}),
    ("PKT120", "previous.package", {"previous.package": f"sha512:{'0' * 64}"}),
    ("PKT120", "previous.package", {"previous.package": f"sha256:{'0' * 64} "}),
    ("PKT012", "previous.package", {"previous.package": 5}),
    *(
        ("PKT121", f"{COMMITTED}.value", {f"{COMMITTED}.value": value})
        for value in (f"sha256:{'0' * 64}", "0" * 63, "A" * 64, "")
    ),
    ("PKT011", "events[9].interest", {"events[9]": {**INTEREST, "interest": "-"}}),
    ("PKT122", "events[9].interest", {"events[9]": {**INTEREST, "interest": True}}),
    ("PKT015", f"{COMMITTED}.alg", {f"{COMMITTED}.alg": "md5"}),
    ("PKT011", FILE, {f"{FILE}.file": DROP}),
    ("PKT020", f"{FILE}.created", {f"{FILE}.created": "2022-05-10T08:00:00"}),
    ("PKT010", f"{FILE}.pages", {f"{FILE}.pages": 12}),
    ("PKT012", "participants[1].file_metadata", {"participants[1].file_metadata": {}}),
    ("PKT026", "participants[0].bank_accounts[0]", {"participants[0].bank_accounts[0]": " 1"}),
    ("PKT011", "participants[0].deeds[0]", {"participants[0].deeds[0].notary": DROP}),
    ("PKT012", "participants[0].contact.phone", {"participants[0].contact.phone": "0341"}),
    ("PKT019", "tender.announced_on", {"tender.announced_on": "02-05-2022"}),
    ("PKT019", "tender.announced_on", {"tender.announced_on": "0222-05-02"}),
    ("PKT020", "assessments[0].at", {f"{GENERAL}.at": "2022-05-16T10:00:00"}),
    ("PKT020", "assessments[0].at", {f"{GENERAL}.at": "2022-05-16"}),
    ("PKT020", "assessments[0].at", {f"{GENERAL}.at": "2022-05-16T24:00:00+07:00"}),
    ("PKT021", "$", {"format": DROP}),
    ("PKT022", "tender.procedure", {"tender.procedure": "tender_cepat"}),
    ("PKT022", "tender.procedure", {"tender.procedure": "tender_terbatas"}),
    ("PKT022", "tender.contract", {"tender.contract": "kontrak_payung"}),
    ("PKT022", "tender.itemised", {"tender.itemised": True}),
    ("PKT022", "tender.konsolidasi", {"tender.konsolidasi": True}),
    ("PKT023", "assessments[0].by", {f"{GENERAL}.by": []}),
    ("PKT023", "events[4].order", {f"{RANKING}.order": ["p1"]}),
    *(
        ("PKT025", check, {check: True})
        for stage, names in national().declarations.refused_checks.items()
        for check in (f"tender.requirements.{stage}.{name}" for name in names)
    ),
    ("PKT026", "tender.title", {"tender.title": ""}),
    ("PKT026", "tender.title", {"tender.title": " Pagar"}),
    (
        "PKT027",
        "participants[0].facts.evaluasi_administrasi.bid_bond",
        {"participants[0].facts.evaluasi_administrasi.bid_bond": True},
    ),
    (
        "PKT117",
        "participants[0].facts.evaluasi_kualifikasi.papers.sbu",
        {
            "tender.requirements.evaluasi_kualifikasi.papers": [
                {"id": "sbu", "title": "SBU", "valid_on": "pembuktian"}
            ],
            "participants[0].facts.evaluasi_kualifikasi": {"papers": {"sbu": True}},
        },
    ),
    ("PKT028", "format", {"format": "tender-package/2"}),
    ("PKT010", f"{PRICE_FACTS}.kewajaran", {f"{PRICE_FACTS}": {"kewajaran": {}}}),
    ("PKT010", f"{ANALYSED}.laba", {**CLARIFIED, f"{ANALYSED}.laba": "1"}),
    (
        "PKT010",
        "participants[1].members[0].facts.evaluasi_harga.timpang",
        {"participants[1].members[0].facts": {"evaluasi_harga": {"timpang": []}}},
    ),
    ("PKT011", ANALYSIS, {PRICE_FACTS: {"kewajaran_harga": {}}}),
    ("PKT011", f"{ANALYSIS}.lines", {PRICE_FACTS: {"kewajaran_harga": {"lines": None}}}),
    ("PKT023", f"{ANALYSIS}.lines", {PRICE_FACTS: {"kewajaran_harga": {"lines": []}}}),
    ("PKT023", f"{ANALYSED}.components", {**CLARIFIED, f"{ANALYSED}.components": []}),
    ("PKT011", ANALYSED, {**CLARIFIED, f"{ANALYSED}.id": DROP}),
    (
        "PKT011",
        f"{ANALYSED}.components[0].coefficient",
        {**CLARIFIED, f"{ANALYSED}.components[0].coefficient": {}},
    ),
    (
        "PKT014",
        f"{ANALYSED}.components[0].price.market",
        {**CLARIFIED, f"{ANALYSED}.components[0].price.market": "-1"},
    ),
    ("PKT014", f"{ANALYSED}.overhead_percent", {**CLARIFIED, f"{ANALYSED}.overhead_percent": 101}),
    (
        "PKT015",
        f"{ANALYSED}.components[0].kind",
        {**CLARIFIED, f"{ANALYSED}.components[0].kind": "sewa"},
    ),
    (
        "PKT015",
        f"{PRICE_FACTS}.timpang[0].outcome",
        {**CLARIFIED, f"{PRICE_FACTS}.timpang[0].outcome": "wajar"},
    ),
    ("PKT012", "tender.hps.lines[0].goods", {"tender.hps.lines[0].goods": "ya"}),
    ("PKT014", f"{LINE}.tkdn_percent", {f"{LINE}.tkdn_percent": "100.000001"}),
    ("PKT014", f"{PRICE}.tkdn_percent", {f"{PRICE}.tkdn_percent": "-0.000001"}),
    (
        "PKT014",
        "tender.requirements.evaluasi_harga.tkdn_preference",
        {"tender.requirements.evaluasi_harga.tkdn_preference": "100.000001"},
    ),
    ("PKT015", "events[9].by", {"events[9]": {**CALLED_OFF, "by": "pokja"}}),
    ("PKT011", "events[9]", {"events[9]": {k: v for k, v in CALLED_OFF.items() if k != "reason"}}),
    ("PKT011", f"{OPENED}.lpse_statement", {OPENED: {"lpse_statement": {"number": "027/LPSE"}}}),
    (
        "PKT014",
        "tender.requirements.evaluasi_harga.tkdn_least",
        {"tender.requirements.evaluasi_harga.tkdn_least": "100.000001"},
    ),
    ("PKT011", "events[9].held", {"events[9]": {**AUCTION, "held": None, "totals": None}}),
    ("PKT011", "events[9]", {"events[9]": {k: v for k, v in AUCTION.items() if k != "reason"}}),
    ("PKT014", "events[9].totals.p2", {"events[9]": {**AUCTION, "totals": {"p2": "0"}}}),
    ("PKT012", "events[9].totals", {"events[9]": {**AUCTION, "totals": ["1"]}}),
    ("PKT018", "events[9].totals.p 2", {"events[9]": {**AUCTION, "totals": {"p 2": "1"}}}),
    ("PKT015", "events[9].stage", {"events[9]": {**WITHDRAWAL, "stage": "kontrak"}}),
    ("PKT015", "events[9].cause", {"events[9]": {**WITHDRAWAL, "cause": "sakit"}}),
    ("PKT012", "events[9].accepted", {"events[9]": {**WITHDRAWAL, "accepted": "ya"}}),
    ("PKT014", "events[9].bond", {"events[9]": {**APPEAL, "bond": "-1"}}),
    ("PKT015", "events[9].decision", {"events[9]": {**APPEAL, "decision": "ditolak"}}),
]

# What only the reader says.
PLACE_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT106", "tender.title", {"tender.title": "Te\u0301knik"}),
    ("PKT106", "participants[1].name", {"participants[1].name": "PT \u212bngström"}),
    ("PKT106", "participants[1].members[0].name", {"participants[1].members[0].name": "A\u030a"}),
    ("PKT106", "tender.document.number", {"tender.document.number": "No. 1\u0323\u0307 e\u0301"}),
    ("PKT005", "extensions.a" + "[0]" * 31, {"extensions": {"a": DEEP}}),
    ("PKT013", "extensions.a", {"extensions": {"a": 1e300}}),
    ("PKT014", "tender.round", {"tender.round": 1.0}),
    ("PKT017", "extensions.a", {"extensions": {"a": "\u0000"}}),
    ("PKT017", "extensions.a\u0000", {"extensions": {"a\u0000": 1}}),
    ("PKT017", "extensions.a", {"extensions": {"a": "\ud800"}}),
    ("PKT017", "tender.title", {"tender.title": "Pagar \ud800"}),
    ("PKT019", "tender.announced_on", {"tender.announced_on": "2022-02-30"}),
    ("PKT030", "participants[3].id", {"participants[3]": {"id": "p3", "name": "CV Kembar"}}),
    ("PKT030", "tender.hps.lines[2].id", {"tender.hps.lines[2]": HPS_LINE}),
    ("PKT030", f"{PRICE}.lines[3].id", {f"{PRICE}.lines[3]": {"id": "L1", "unit_price": "1"}}),
    (
        "PKT030",
        "pokja.members[3].id",
        {
            "pokja.members[3]": {"id": "m1", "name": "Kembar"},
            "pokja.members[4]": {"id": "m5", "name": "Lima"},
        },
    ),
    (
        "PKT030",
        f"{ADMIN}.criteria[1].id",
        {f"{ADMIN}.criteria[1]": {"id": "adm.surat", "title": "Surat lain"}},
    ),
    ("PKT030", "participants[1].members[1].id", {"participants[1].members[1].id": "k1"}),
    ("PKT030", "participants[0].officers[1].id", {"participants[0].officers[0].id": "o2"}),
    ("PKT030", "parties[1].id", {"parties[1]": {"id": "c1", "name": "PT B", "kind": "lain"}}),
]
TENDER_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT032", "tender.hps.lines[1]", {**GABUNGAN, "tender.hps.lines[1].part": None}),
    (
        "PKT033",
        "tender.requirements.penawaran_dievaluasi",
        {"tender.envelope": "dua_file"},
    ),
    ("PKT034", f"{TECHNICAL}.criteria", {f"{TECHNICAL}.criteria[2].weight": "59.999999"}),
    ("PKT034", f"{TECHNICAL}.criteria", {f"{TECHNICAL}.criteria[2]": DROP}),
    ("PKT014", f"{TECHNICAL}.criteria[2].weight", {f"{TECHNICAL}.criteria[2].weight": "901/9"}),
    ("PKT034", f"{TECHNICAL}.criteria", {f"{TECHNICAL}.criteria[2].weight": "100/9"}),
    ("PKT038", f"{TECHNICAL}.criteria[1]", {f"{TECHNICAL}.criteria[1].weight": "60"}),
    ("PKT038", f"{TECHNICAL}.criteria[1]", {f"{TECHNICAL}.criteria[1].max_score": "10"}),
    ("PKT038", f"{TECHNICAL}.criteria[1]", HALF_SCORED),
    ("PKT038", f"{TECHNICAL}.criteria[0]", {f"{TECHNICAL}.criteria[0].max_score": None}),
    ("PKT038", f"{TECHNICAL}.criteria[0]", {f"{TECHNICAL}.criteria[0].weight": DROP}),
    (
        "PKT039",
        f"{TECHNICAL}.criteria[2].threshold",
        {f"{TECHNICAL}.criteria[2].threshold": "50.000001"},
    ),
    ("PKT035", "participants[1].members", {"participants[1].members[1].lead": True}),
    ("PKT035", "participants[1].members", {"participants[1].members[0].lead": False}),
    ("PKT036", "participants[1].members", {"participants[1].members[0].share_percent": "60.1"}),
    (
        "PKT037",
        "participants[1].submitted.penawaran",
        {"participants[1].submitted.penawaran": "2022-05-13T16:00:01+07:00"},
    ),
    (
        "PKT037",
        "participants[1].submitted.penawaran",
        {"events[1]": DROP},
    ),
    (
        "PKT037",
        "participants[0].submitted.kualifikasi",
        {
            "participants[0].submitted.kualifikasi": "2022-05-13T16:00:01+07:00",
            "events[1].of": "kualifikasi",
            "participants[1].submitted.penawaran": None,
        },
    ),
    (
        "PKT037",
        "participants[0].submitted.penawaran_tahap_dua",
        {"events[9]": {**SECOND_DEADLINE, "until": "2022-05-16T08:59:59+07:00"}},
    ),
    # The last extension is in force: before a deadline that was written down after it, and before
    # an earlier extension that reached further.
    (
        "PKT037",
        "participants[1].submitted.penawaran",
        {
            "participants[1].submitted.penawaran": "2022-05-13T16:00:01+07:00",
            "events[9]": {**SECOND_DEADLINE, "of": "penawaran"},
        },
    ),
    (
        "PKT037",
        "participants[1].submitted.penawaran",
        {
            "participants[1].submitted.penawaran": "2022-05-13T15:00:01+07:00",
            "events[9]": {
                "type": "perpanjangan",
                "at": "2022-05-12T08:00:00+07:00",
                "of": "penawaran",
                "until": "2022-05-13T15:00:00+07:00",
            },
        },
    ),
]
PRICE_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT040", f"{PRICE}.lines", {f"{PRICE}.lines": []}),
    ("PKT014", f"{HPS}.vat_base", {f"{HPS}.vat_base": "12/11"}),
    ("PKT086", f"{KUALIFIKASI}.skn.running[0].done", {KUALIFIKASI: {"skn": OVERDONE}}),
    ("PKT085", f"{HPS}.vat_base", {**BASE, f"{HPS}.lines[1].vat_base": "1"}),
    ("PKT085", f"{HPS}.lines[0].vat_base", {f"{HPS}.lines[0].vat_base": "11/12"}),
    ("PKT085", f"{HPS}.lines[1].vat_percent", {f"{HPS}.vat_percent": "12", **BASE}),
    ("PKT085", f"{PRICE}.vat_base", {f"{PRICE}.vat_base": "11/12"}),
    ("PKT085", f"{LINE}.vat_base", {f"{LINE}.vat_base": "11/12"}),
    ("PKT041", f"{LINE}.id", {f"{LINE}.id": "L9"}),
    ("PKT041", f"{LINE}.id", {f"{LINE}.id": "L9", f"{PRICE}.lines[2]": DROP}),
    ("PKT042", f"{PRICE}.lines[1].id", {f"{PRICE}.lines[2].id": "L2", f"{PRICE}.lines[1]": DROP}),
    (
        "PKT042",
        f"{PRICE}.lines[1].id",
        {
            f"{PRICE}.lines[2].id": "L2",
            f"{PRICE}.lines[2].person_months": "1",
            f"{PRICE}.lines[1]": DROP,
        },
    ),
    ("PKT043", f"{PRICE}.lines[2]", {f"{PRICE}.lines[2].unit": None}),
    ("PKT043", f"{PRICE}.lines[2]", {f"{PRICE}.lines[2].description": DROP}),
    ("PKT044", f"{PRICE}.lines", {"tender.hps.lines": []}),
    ("PKT044", f"{PRICE}.lines", {"tender.hps.lines": DROP}),
    ("PKT045", PRICE, {**GABUNGAN, f"{PRICE}.stated_parts": None}),
    ("PKT046", "participants[1].price", {"participants[1].price.corrected_by": None}),
    ("PKT046", "participants[1].price", {"participants[1].price.corrected_total": DROP}),
    (
        "PKT047",
        f"{PRICE}.life_cycle.maintenance",
        {**LIFE, YEARS: None, f"{PRICE}.life_cycle": {**COSTS, "maintenance": ["0"]}},
    ),
    (
        "PKT047",
        f"{PRICE}.life_cycle.operating",
        {**LIFE, f"{PRICE}.life_cycle": {**COSTS, "operating": ["1", "2", "3"]}},
    ),
    (
        "PKT047",
        f"{PRICE}.life_cycle.maintenance",
        {**LIFE, f"{PRICE}.life_cycle": {**COSTS, "maintenance": []}},
    ),
    ("PKT048", f"{PRICE}.life_cycle", {**LIFE, "tender.method": "sistem_nilai"}),
    ("PKT049", f"{LINE}.person_months", {**MONTHS, "tender.hps.lines[0].person_months": None}),
]
JUDGEMENT_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT050", f"{GENERAL}.by[2]", {f"{GENERAL}.by[2]": "m4"}),
    ("PKT050", f"{SCORE}.by[0]", {f"{SCORE}.by": "m9"}),
    ("PKT051", f"{SCORE}.participant", {f"{SCORE}.participant": "p9"}),
    ("PKT052", f"{SCORE}.criterion", {f"{SCORE}.criterion": "adm.surat"}),
    ("PKT052", f"{GENERAL}.criterion", {f"{GENERAL}.criterion": "kewajaran_harga"}),
    ("PKT053", SCORE, {f"{SCORE}.score": None}),
    ("PKT053", VERDICT, {f"{VERDICT}.score": "1", f"{VERDICT}.criterion": "tek.metode"}),
    ("PKT054", VERDICT, {f"{VERDICT}.note": ""}),
    ("PKT054", VERDICT, {f"{VERDICT}.note": " \n"}),
    ("PKT055", f"{GENERAL}.stage", {f"{GENERAL}.stage": "koreksi_aritmatik"}),
    (
        "PKT056",
        VERDICT,
        {f"{VERDICT}.stage": "evaluasi_kualifikasi", f"{VERDICT}.criterion": DROP},
    ),
    ("PKT056", VERDICT, {f"{VERDICT}.stage": "evaluasi_harga", f"{VERDICT}.criterion": DROP}),
    (
        "PKT056",
        VERDICT,
        {f"{VERDICT}.criterion": None, f"{TECHNICAL}.criteria[1]": DROP},
    ),
    ("PKT057", f"{SCORE}.score", {f"{SCORE}.criterion": "tek.alat"}),
    ("PKT057", f"{SCORE}.score", {f"{SCORE}.stage": "evaluasi_harga", **FAIRNESS}),
    (
        "PKT057",
        f"{SCORE}.score",
        {f"{SCORE}.stage": "penyetaraan_teknis", f"{SCORE}.criterion": "penyetaraan"},
    ),
    ("PKT052", f"{VERDICT}.criterion", {**ON_EQUALISING, f"{VERDICT}.criterion": "set.spek"}),
    (
        "PKT052",
        f"{VERDICT}.criterion",
        {**EQUALISED, **ON_EQUALISING, f"{VERDICT}.criterion": "penyetaraan"},
    ),
    ("PKT058", f"{SCORE}.score", {f"{SCORE}.score": "100.01"}),
    ("PKT059", f"{SCORE}.score", {f"{SCORE}.participant": "*"}),
    ("PKT059", f"{SCORE}.score", {f"{SCORE}.criterion": None}),
    ("PKT060", "assessments[3].by[0]", {"assessments[3]": SAME_TIME}),
    ("PKT061", f"{GENERAL}.by[2]", {f"{GENERAL}.by[2]": "m1"}),
    ("PKT062", f"{VERDICT}.verdict", {f"{VERDICT}.criterion": "tek.metode"}),
    ("PKT064", f"{SCORE}.at", {**LATE, **ANEW}),
    ("PKT064", f"{SCORE}.at", {**LATE, "previous.kind": "tender_ulang"}),
    ("PKT064", f"{SCORE}.at", {**LATE, **ANEW, "events[9]": OPENED_LATER}),
    (
        "PKT064",
        f"{VERDICT}.at",
        {
            **ANEW,
            **ON_EQUALISING,
            f"{VERDICT}.criterion": "penyetaraan",
            f"{VERDICT}.at": "2022-05-17T03:00:01Z",
        },
    ),
]
EVENT_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT050", "events[9].member", {"events[9]": {**INTEREST, "member": "m9"}}),
    ("PKT050", f"{RANKING}.by[1]", {f"{RANKING}.by[1]": "m8"}),
    ("PKT051", f"{RANKING}.order[0]", {f"{RANKING}.order[0]": "p8"}),
    ("PKT051", "events[3].participant", {"events[3].participant": "p8"}),
    ("PKT051", f"{TALKS}.participant", {TALKS: {**LOOKED_AT, "participant": "p8"}}),
    ("PKT050", f"{TALKS}.by[0]", {TALKS: {**LOOKED_AT, "by": "m8"}}),
    ("PKT071", f"{TALKS}.line", {TALKS: {**LOOKED_AT, "line": "L8"}}),
    ("PKT051", "events[6].participant", {"events[6].participant": "p8"}),
    ("PKT051", f"{AWARD}.winner", {f"{AWARD}.winner": "p8"}),
    ("PKT051", f"{AWARD}.reserves[0]", {f"{AWARD}.reserves[0]": "p8"}),
    ("PKT051", f"{AWARD}.list[1]", {f"{AWARD}.list": ["p1", "p8"]}),
    ("PKT061", f"{RANKING}.by[1]", {f"{RANKING}.by[1]": "m1"}),
    ("PKT061", f"{RANKING}.order[1]", {f"{RANKING}.order[1]": "p2"}),
    ("PKT061", f"{AWARD}.reserves[1]", {f"{AWARD}.reserves": ["p2", "p2"]}),
    ("PKT063", f"{AWARD}.reserves[0]", {f"{AWARD}.winner": "p2"}),
    ("PKT051", f"{TALKS}.participant", {f"{TALKS}.participant": "p8"}),
    ("PKT065", TALKS, {f"{TALKS}.total": None}),
    ("PKT066", f"{TALKS}.total", {f"{TALKS}.outcome": "gagal"}),
    ("PKT067", "events[9]", {"events[9]": TALKS_AGAIN}),
    ("PKT068", "events[9].totals", {"events[9]": {**AUCTION, "held": False}}),
    ("PKT068", "events[9].totals", {"events[9]": {**AUCTION, "held": False, "totals": {}}}),
    ("PKT069", "events[10]", {"events[9]": AUCTION, "events[10]": {**AUCTION, "totals": None}}),
    (
        "PKT069",
        "events[10]",
        {
            "events[9]": AUCTION,
            "events[10]": {
                **AUCTION,
                "held": False,
                "totals": None,
                "at": "2022-05-19T03:00:00Z",
            },
        },
    ),
    (
        "PKT070",
        "events[10].participant",
        {"events[9]": WITHDRAWAL, "events[10]": {**WITHDRAWAL, "stage": "penetapan"}},
    ),
    ("PKT051", "events[9].totals.p8", {"events[9]": {**AUCTION, "totals": {"p8": "1"}}}),
    ("PKT051", "events[9].participant", {"events[9]": {**WITHDRAWAL, "participant": "p8"}}),
    ("PKT051", "events[9].participant", {"events[9]": {**APPEAL, "participant": "p8"}}),
    *[
        ("PKT051", "events[9].participant", {"events[9]": {**act, "participant": "p8"}})
        for act in LATER_ACTS
        if "participant" in act
    ],
    (
        "PKT051",
        "events[9].present[0].for",
        {"events[9]": {**CALLED_IN, "present": [{"name": "A", "role": "B", "for": "p8"}]}},
    ),
    (
        "PKT071",
        f"{TALKS}.items[0].line",
        {f"{TALKS}.items": [{"line": "L8", "asked": "1", "agreed": "2"}]},
    ),
]
CLARIFIED_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT071", f"{ANALYSED}.id", {**CLARIFIED, f"{ANALYSED}.id": "L9"}),
    ("PKT071", f"{ANALYSED}.id", {**CLARIFIED, f"{ANALYSED}.id": "X1"}),
    ("PKT071", f"{PRICE_FACTS}.timpang[0].id", {**CLARIFIED, f"{PRICE_FACTS}.timpang[0].id": "L9"}),
    ("PKT030", f"{ANALYSIS}.lines[1].id", {**CLARIFIED, f"{ANALYSIS}.lines[1]": BY_COMPONENTS}),
    (
        "PKT030",
        f"{PRICE_FACTS}.timpang[1].id",
        {**CLARIFIED, f"{PRICE_FACTS}.timpang[1]": {"id": "L1", "outcome": "tidak_timpang"}},
    ),
    (
        "PKT030",
        f"{ANALYSED}.components[2].id",
        {**CLARIFIED, f"{ANALYSED}.components[2]": {**SAND, "kind": "alat"}},
    ),
    ("PKT072", ANALYSED, {**CLARIFIED, f"{ANALYSED}.components": DROP}),
    ("PKT072", ANALYSED, {**CLARIFIED, f"{ANALYSED}.unit_price": {"market": "1"}}),
    ("PKT072", ANALYSED, {**GOODS, f"{ANALYSED}.unit_price": None}),
    ("PKT072", ANALYSED, {**GOODS, f"{ANALYSED}.components": [WAGES]}),
    ("PKT073", f"{ANALYSED}.unit_price", {**GOODS, "tender.category": "pekerjaan_konstruksi"}),
]
# One digit more than any paper has words for, by one line or by two together.
TOO_MUCH, HALF_OF_IT = "10000000000000000", "5000000000000000"
TOO_DEAR: dict[str, Any] = {**WAGES, "coefficient": {"offered": "1", "hps": "1000000000000"}}
TOO_DEAR["price"] = {"offered": "1", "market": "1000000"}
SIZE_CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("PKT107", f"{HPS}.lines[0]", {f"{HPS}.lines[0].unit_price": TOO_MUCH}),
    ("PKT107", f"{HPS}.lines[1]", {f"{HPS}.lines[1].quantity": "1000000000000"}),
    (
        "PKT107",
        f"{HPS}.lines[0]",
        {**MONTHS, f"{HPS}.lines[0].person_months": "100000000000000000"},
    ),
    ("PKT107", LINE, {f"{LINE}.unit_price": TOO_MUCH}),
    # By the volume of the document, by that of the bid, and as the bid writes it in.
    ("PKT107", LINE, {f"{LINE}.unit_price": TOO_MUCH, f"{LINE}.quantity": "1"}),
    ("PKT107", LINE, {f"{LINE}.unit_price": TOO_MUCH, f"{LINE}.quantity": None}),
    ("PKT107", LINE, {f"{LINE}.quantity": "999999999999999999"}),
    ("PKT107", f"{PRICE}.lines[2]", {f"{PRICE}.lines[2].quantity": "2000000000000"}),
    (
        "PKT108",
        f"{HPS}.lines",
        {f"{HPS}.lines[0].unit_price": HALF_OF_IT, f"{HPS}.lines[1].unit_price": TOO_MUCH},
    ),
    (
        "PKT108",
        f"{PRICE}.lines",
        {f"{LINE}.amount": "500000000000000000", f"{PRICE}.lines[1].amount": "5" + "0" * 17},
    ),
    (
        "PKT108",
        f"{PRICE}.life_cycle",
        {
            **LIFE,
            f"{PRICE}.life_cycle": {
                **COSTS,
                "operating": ["9" * 18, "0"],
                "maintenance": ["1"] * 2,
            },
        },
    ),
    (
        "PKT107",
        f"{ANALYSED}.components[0]",
        {**CLARIFIED, f"{ANALYSED}.components[0]": TOO_DEAR},
    ),
    (
        "PKT108",
        ANALYSED,
        {
            **CLARIFIED,
            f"{ANALYSED}.components": [
                {**WAGES, "coefficient": {"offered": "1"}, "price": {"hps": "5" + "0" * 17}},
                {**SAND, "coefficient": {"offered": "10"}, "price": {"hps": "5" + "0" * 16}},
            ],
        },
    ),
]
_ASKED_PAPERS = "tender.requirements.evaluasi_kualifikasi.papers"
_HELD_PAPERS = "participants[0].facts.evaluasi_kualifikasi"
_SBU = {"id": "sbu", "title": "SBU", "valid_on": "pembuktian"}
NAMED_CASES = [
    ("PKT030", f"{_ASKED_PAPERS}[1].id", {_ASKED_PAPERS: [_SBU, _SBU]}),
    ("PKT115", f"{_HELD_PAPERS}.papers.skk", {
        _ASKED_PAPERS: [_SBU], _HELD_PAPERS: {"papers": {"sbu": {}, "skk": {}}},
    }),
    ("PKT115", f"{_HELD_PAPERS}.papers.sbu", {_HELD_PAPERS: {"papers": {"sbu": False}}}),
    ("PKT118", "tender.requirements.evaluasi_kualifikasi.experience.clause", {
        "tender.requirements.evaluasi_kualifikasi.clauses": {"experience": "LDK 1"},
        "tender.requirements.evaluasi_kualifikasi.experience": {
            "jobs": 1, "years": 4, "clause": "LDK 2",
        },
    }),
    ("PKT118", f"{_ASKED_PAPERS}[1].clause", {
        "tender.requirements.evaluasi_kualifikasi.clauses": {"papers": "LDK 1"},
        _ASKED_PAPERS: [{**_SBU, "clause": "LDK 1"}, {**_SBU, "id": "b", "clause": "LDK 2"}],
    }),
    ("PKT116", f"{_ASKED_PAPERS}[0].members[1]", {
        _ASKED_PAPERS: [{**_SBU, "members": ["k1", "p9"]}],
    }),
    # A KSO itself and who bids alone are none of the members of whom alone it is asked.
    ("PKT116", f"{_ASKED_PAPERS}[0].members[0]", {_ASKED_PAPERS: [{**_SBU, "members": ["p2"]}]}),
    ("PKT116", f"{_ASKED_PAPERS}[0].members[0]", {_ASKED_PAPERS: [{**_SBU, "members": ["p1"]}]}),
]  # fmt: skip
CROSS_CASES = [
    *PLACE_CASES,
    *TENDER_CASES,
    *PRICE_CASES,
    *JUDGEMENT_CASES,
    *EVENT_CASES,
    *CLARIFIED_CASES,
    *SIZE_CASES,
    *NAMED_CASES,
]

# The other side of the checks: near to a fault, and none.
ACCEPTED: list[dict[str, Any]] = [
    {},
    {"tender.pagu": "999999999999999999.999999"},
    {f"{HPS}.lines[0].unit_price": "9999999999000000"},
    {f"{LINE}.unit_price": "9999999999990000", f"{LINE}.quantity": "0"},
    {f"{LINE}.unit_price": "0", f"{LINE}.quantity": "999999999999999999"},
    {f"{HPS}.lines[0].unit_price": HALF_OF_IT, f"{HPS}.lines[1].unit_price": HALF_OF_IT},
    {"tender.hps.vat_percent": "100"},
    {"tender.hps.vat_percent": "0"},
    {TALKS: LOOKED_AT},
    {TALKS: {k: v for k, v in LOOKED_AT.items() if k != "line"}},
    {f"{HPS}.vat_percent": "12", **BASE, f"{HPS}.lines[1].vat_percent": "12"},
    {f"{HPS}.vat_percent": "12", f"{HPS}.lines[1].vat_percent": "0", **BASE},
    {f"{HPS}.vat_percent": "11", f"{HPS}.vat_base": "1"},
    {f"{HPS}.vat_percent": "12", f"{HPS}.lines[0].vat_base": "22/24"},
    {f"{LINE}.vat_percent": "12", f"{LINE}.vat_base": "11/12"},
    {"tender.title": "x" * 1000},
    {"tender.title": "T\u00e9knik \U0001f3d7", "assessments[2].note": "Te\u0301knik \u212b"},
    {"extensions": {"a": "Te\u0301knik\u00ad", "\u2800": "\ufe0f"}},
    {"tender.round": 9},
    {"participants[2].id": "x" * 64, "participants[2].npwp": None},
    {"participants[2]": {"id": "p.3_-", "name": "CV É & Putra"}},
    {f"{VERDICT}.note": "baris satu\nbaris dua\tdan tab"},
    {f"{GENERAL}.at": "2022-05-16T03:00Z"},
    {"extensions": {"a": [[[]]], "b": -1.50, "c": "\u202e"}},
    {"extensions": {"a": DEEP[0]}},
    {"participants[0].officers[0].id": "o3"},
    {"parties[0].id": "p1"},
    {
        "pokja.members[3]": {"id": "m4", "name": "Empat"},
        "pokja.members[4]": {"id": "m5", "name": "Lima"},
    },
    GABUNGAN,
    {**GABUNGAN, f"{PRICE}.stated_parts": None, f"{PRICE}.lines": None},
    {**GABUNGAN, f"{PRICE}.stated_parts": None, f"{PRICE}.lines": []},
    {"tender.envelope": "dua_file", "tender.requirements.penawaran_dievaluasi": None},
    {
        f"{TECHNICAL}.criteria[0].weight": "100",
        f"{TECHNICAL}.criteria[2]": UNSCORED,
    },
    {f"{TECHNICAL}.criteria[2].threshold": "50"},
    {f"{TECHNICAL}.criteria[2].threshold": None, f"{TECHNICAL}.criteria[1].unsur": "pengalaman"},
    {"events[9]": SECOND_DEADLINE},
    LIFE,
    {**LIFE, YEARS: None},
    {**LIFE, YEARS: 1, f"{PRICE}.life_cycle": {**COSTS, "operating": ["1"], "maintenance": ["0"]}},
    {YEARS: 100},
    MONTHS,
    {**MONTHS, f"{LINE}.person_months": None},
    {f"{PRICE}.lines[2].person_months": "2"},
    EQUALISED,
    {**EQUALISED, **ON_EQUALISING, f"{VERDICT}.criterion": "set.spek"},
    {**EQUALISED, **ON_EQUALISING, f"{VERDICT}.criterion": None},
    {**ON_EQUALISING, f"{VERDICT}.criterion": "penyetaraan"},
    {**ON_EQUALISING, f"{VERDICT}.criterion": None, f"{VERDICT}.participant": "*"},
    # Where nothing is listed that can be looked at, a word without a criterion is on the stage.
    *(
        {
            f"tender.requirements.{stage}": {},
            f"{VERDICT}.stage": stage,
            f"{VERDICT}.criterion": DROP,
        }
        for stage in ("evaluasi_kualifikasi", "pembuktian_kualifikasi")
    ),
    ANEW,
    LATE,
    {**LATE, **ANEW, "events[7]": OPENED_LATER},
    {**LATE, **ANEW, "events[7]": DROP},
    {**ANEW, f"{GENERAL}.at": "2022-05-19T10:00:00+07:00"},
    {f"{TALKS}.outcome": "gagal", f"{TALKS}.total": None},
    {"events[9]": {**TALKS_AGAIN, "participant": "p2"}},
    {"events[9]": {**TALKS_AGAIN, "at": "2022-05-30T03:00:01Z"}},
    {"participants[1].members[0].lead": None, "participants[1].members[1].lead": None},
    {"participants[1].members[1].lead": None},
    {"participants[1].members[0].share_percent": None},
    {"participants[1].submitted.penawaran": "2022-05-13T09:00:00Z"},
    {"events[1]": DROP, "participants[1].submitted.penawaran": "2022-05-12T16:00:00+07:00"},
    {"events[0]": DROP},
    {"participants[0].submitted.kualifikasi": "2022-06-01T00:00:00+07:00"},
    {f"{PRICE}.lines": None},
    {"tender.contract": "lumsum", f"{PRICE}.lines": []},
    {"tender.contract": "lumsum", "tender.hps.lines": [], f"{PRICE}.lines": []},
    {f"{PRICE}.lines[1]": DROP},
    {f"{PRICE}.lines[2].part": "lumsum"},
    {f"{LINE}.extra": False},
    {"participants[1].price.corrected_by": None, "participants[1].price.corrected_total": None},
    {f"{GENERAL}.by": "m2"},
    {f"{GENERAL}.criterion": "adm.surat"},
    {f"{SCORE}.score": "100", f"{SCORE}.note": ""},
    {f"{SCORE}.score": "0"},
    {f"{VERDICT}.verdict": "memenuhi", f"{VERDICT}.note": ""},
    {f"{VERDICT}.stage": "evaluasi_harga", f"{VERDICT}.criterion": "kewajaran_harga"},
    {f"{VERDICT}.criterion": None},
    {f"{VERDICT}.criterion": None, f"{VERDICT}.stage": "evaluasi_administrasi"},
    {f"{GENERAL}.stage": "evaluasi_kualifikasi"},
    {"assessments[3]": {**SAME_TIME, "at": "2022-05-17T10:00:01+07:00"}},
    {"assessments[3]": {**SAME_TIME, "by": "m2"}},
    {f"{AWARD}.winner": None, f"{AWARD}.reserves": None, f"{AWARD}.list": ["p1", "p2"]},
    {f"{AWARD}.winner": "p2", f"{AWARD}.reserves": []},
    {"events": [], "assessments": [], "parties": None, "previous": None, "extensions": None},
    CLARIFIED,
    {**CLARIFIED, f"{ANALYSED}.overhead_percent": None, f"{ANALYSED}.profit_percent": DROP},
    {**CLARIFIED, f"{ANALYSED}.components[1]": DROP},
    {**CLARIFIED, f"{ANALYSIS}.lines[1]": {**BY_COMPONENTS, "id": "L2"}},
    {**CLARIFIED, f"{ANALYSED}.id": "L2", f"{PRICE_FACTS}.timpang[0].id": "L2"},
    {PRICE_FACTS: {"timpang": []}},
    {PRICE_FACTS: {"kewajaran_harga": None, "timpang": None, "evidence": ["ba.pdf"]}},
    {"participants[1].members[0].facts": {"evaluasi_harga": {"evidence": ["ba.pdf"]}}},
    GOODS,
    {**GOODS, "tender.category": "jasa_lainnya"},
    {**GOODS, f"{ANALYSED}": BY_COMPONENTS},
    {"events[9]": AUCTION},
    {"events[9]": {**AUCTION, "totals": None}},
    {"events[9]": {**AUCTION, "totals": {}}},
    {"events[9]": {**AUCTION, "held": False, "totals": None, "reason": "Rp"}},
    {"events[9]": AUCTION, "events[10]": {**AUCTION, "at": "2022-05-19T10:00:01+07:00"}},
    {"events[9]": WITHDRAWAL},
    {"events[9]": WITHDRAWAL, "events[10]": {**WITHDRAWAL, "participant": "p1"}},
    {"events[9]": {**WITHDRAWAL, "accepted": None, "cause": "menolak_perpanjangan"}},
    {"events[9]": APPEAL},
    {"events[9]": {**APPEAL, "bond": "0", "decision": None}},
    {"events[9]": {**APPEAL, "bond": None}, "events[10]": APPEAL},
    PREFERRED,
    {**PREFERRED, f"{LINE}.tkdn_percent": "100", f"{PRICE}.tkdn_percent": "0"},
    {"tender.requirements.evaluasi_harga.tkdn_preference": "100"},
    {"tender.requirements.evaluasi_harga.tkdn_least": "100"},
    {"events[9]": CALLED_OFF},
    {f"events[{number}]": act for number, act in enumerate(LATER_ACTS, 9)},
    {f"{TALKS}.items": [{"title": "Waktu", "asked": "60 hari", "agreed": "75 hari"}]},
    {"events[9]": {**CALLED_OFF, "by": "ppk", "number": None, "evidence": None}},
    {OPENED: {"readable": True}},
    {OPENED: {"readable": False, "lpse_statement": {"number": "027/LPSE", "date": "2022-05-13"}}},
]
