"""How bids were evaluated: the method, what was looked at stage by stage, and the formulas."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from tender.findings import natural
from tender.model import Bond, Requirements
from tender.terms import BusinessSize, Contract, Rounding, StageId
from tender.workflow import Stage
from tender_rules.documents.blocks import Block, Paragraph, Subheading, table
from tender_rules.documents.view import View, cited, document_clause, term, used_text, value_said
from tender_rules.words import dated, rupiah

__all__ = ["method"]

Element = tuple[str, str]


def method(view: View) -> tuple[Block, ...]:
    """Metode evaluasi, unsur yang dievaluasi and rumus yang dipergunakan."""
    tender = view.package.tender
    words = (
        f"Metode evaluasi yang dipergunakan adalah {term(tender.method)}, dengan penyampaian "
        f"{term(tender.envelope).lower()}, {term(tender.procedure).lower()}, dan kontrak "
        f"{term(tender.contract)}."
    )
    elements = [
        (stage.title, what, basis)
        for stage in view.stages
        for what, basis in _elements(view, stage)
    ]
    return (
        Paragraph(words),
        Subheading("Unsur yang dievaluasi"),
        table({"Tahapan": "<", "Unsur": "<", "Dasar": "<"}, elements),
        Subheading("Rumus yang dipergunakan"),
        table({"Penghitungan": "<", "Rumus": "<", "Dasar": "<"}, list(_formulas(view))),
    )


# What the document asks by name: the rule that checks it, and how the demand reads.
_CHECKS: dict[str, tuple[str, Callable[[Requirements], str]]] = {
    "bid_validity_days": (
        "administration.bid_validity",
        lambda asked: f"Masa berlaku penawaran paling kurang {asked.bid_validity_days} hari",
    ),
    "completion_days": (
        "administration.completion",
        lambda asked: f"Jangka waktu pelaksanaan paling lama {asked.completion_days} hari",
    ),
    "bid_bond": ("administration.bid_bond", lambda asked: _bond(asked.bid_bond)),
    "kso_agreement": ("administration.kso_agreement", lambda _: "Surat perjanjian KSO"),
    "blacklist": ("qualification.blacklist", lambda _: "Tidak masuk Daftar Hitam"),
    "business_size": (
        "qualification.business_size",
        lambda asked: (
            "Kualifikasi usaha: "
            + ", ".join(term(size) for size in BusinessSize if size in (asked.business_size or ()))
        ),
    ),
}
_JUDGED = ".criteria"
# Stages in which nothing is asked of a bid.
_NOT_ELEMENTS = (
    StageId.PEMBUKAAN,
    StageId.KOREKSI_ARITMATIK,
    StageId.PENAWARAN_DIEVALUASI,
    StageId.PENETAPAN,
)


def _bond(bond: Bond | bool | None) -> str:
    if not isinstance(bond, Bond):
        return "Jaminan penawaran"
    amount = f" paling sedikit {rupiah(bond.amount)}" if bond.amount is not None else ""
    day = bond.valid_until
    until = f", berlaku paling kurang sampai {dated(day)}" if day else ""
    return f"Jaminan penawaran{amount}{until}"


def _elements(view: View, stage: Stage) -> Iterator[Element]:
    if stage.id in _NOT_ELEMENTS:
        return
    asked = view.package.tender.asks(stage.id)
    named: set[str] = set()
    for check, (rule, said) in _CHECKS.items():
        if rule in {known.id for known in stage.rules} and getattr(asked, check):
            named.add(rule)
            clause = asked.clauses.get(check)
            yield said(asked), document_clause(clause) if clause else "Dokumen Pemilihan"
    yield from _checked_by_law(view, stage, named)
    if stage.id is StageId.PEMBUKTIAN_KUALIFIKASI:
        yield _scope(view, asked)
    for criterion in sorted(asked.criteria, key=lambda known: natural(known.id)):
        clause = criterion.clause
        yield criterion.title, document_clause(clause) if clause else "Dokumen Pemilihan"


def _checked_by_law(view: View, stage: Stage, named: set[str]) -> Iterator[Element]:
    """Rules that ran though the document does not name what they check."""
    found = {
        finding.rule: finding
        for verdict in view.evaluation.stage(stage.id).verdicts
        for finding in verdict.findings
    }
    for rule in stage.rules:
        if rule.id in found and rule.id not in named and not rule.id.endswith(_JUDGED):
            yield rule.title, cited(found[rule.id].citations)


def _scope(view: View, asked: Requirements) -> Element:
    """Who is called to the proof, by the document or else by the law."""
    if asked.scope:
        return f"Yang diundang: {term(asked.scope)}", "Dokumen Pemilihan"
    scope = view.value("proof.scope")
    return f"Yang diundang: {value_said(scope.param, scope.value)}", used_text(scope)


def _formulas(view: View) -> Iterator[tuple[str, str, str]]:
    tender = view.package.tender
    pool = _pool(tender.asks(StageId.PENAWARAN_DIEVALUASI))
    order = (
        "dari harga penawaran terkoreksi terendah ke tertinggi, di antara peserta yang lulus "
        "evaluasi harga"
    )
    yield "Koreksi aritmatik", _correction(view), _correction_basis(view)
    yield "Penawaran yang dievaluasi", *pool
    yield _limit(view, "Batas tertinggi penawaran", "paling tinggi", "price.ceiling_share")
    yield _limit(
        view,
        "Evaluasi kewajaran harga",
        "dinilai apabila kurang dari",
        "price.fairness_below_share",
    )
    yield "Urutan peringkat", order, "Perpres 16/2018 Pasal 39 ayat (4)"
    yield "Jaminan pelaksanaan", _performance(view), view.value_cited("bond.performance_share")


def _limit(view: View, title: str, how: str, param: str) -> tuple[str, str, str]:
    """A line drawn through corrected totals at a share of the HPS, with its amount."""
    amount = view.package.tender.hps.total * Decimal(view.value(param).value)
    words = (
        f"harga penawaran terkoreksi {how} {_share(view, param)} × nilai total HPS, yaitu "
        f"{rupiah(amount)}"
    )
    return title, words, view.value_cited(param)


def _pool(asked: Requirements) -> tuple[str, str]:
    if asked.lowest is None:
        return "seluruh penawaran yang masuk", "Dokumen Pemilihan"
    said = (
        f"{asked.lowest} penawaran terendah setelah koreksi aritmatik; bila ada yang gugur, "
        "penawar terendah berikutnya dievaluasi"
    )
    return said, document_clause(asked.clause) if asked.clause else "Dokumen Pemilihan"


def _vat(view: View) -> str:
    """Whose PPN rate a corrected line takes."""
    if view.value("correction.vat_rate").value == "penawaran":
        return "PPN menurut tarif penawaran"
    return f"PPN menurut tarif Dokumen Pemilihan, yaitu {view.vat()}"


def _correction(view: View) -> str:
    tender = view.package.tender
    vat = _vat(view)
    product = "jumlah seluruh (volume menurut Dokumen Pemilihan × harga satuan penawaran)"
    said = {
        Contract.HARGA_SATUAN: f"harga terkoreksi = {product} + {vat}; harga satuan yang "
        "ditawarkan tidak diubah",
        Contract.GABUNGAN: f"harga terkoreksi = bagian harga satuan ({product}) + bagian lumsum "
        f"sebagaimana ditawarkan + {vat}; harga satuan yang ditawarkan tidak diubah",
    }.get(
        tender.contract,
        "harga terkoreksi = total harga yang ditawarkan; volume dan jenis pekerjaan disesuaikan "
        "dengan Dokumen Pemilihan tanpa mengubah total",
    )
    if tender.asks(StageId.KOREKSI_ARITMATIK).rounding is Rounding.RUPIAH:
        return f"{said}; total terkoreksi dibulatkan ke rupiah terdekat"
    return f"{said}; tanpa pembulatan"


def _correction_basis(view: View) -> str:
    """The provisions that the correction of these bids rests on."""
    citations = {
        citation
        for verdict in view.evaluation.stage(StageId.KOREKSI_ARITMATIK).verdicts
        for finding in verdict.findings
        for citation in finding.citations
    }
    named = sorted({citation.instrument for citation in citations})
    return "; ".join(["Dokumen Pemilihan", *named])


def _performance(view: View) -> str:
    share, line = (
        _share(view, "bond.performance_share"),
        _share(view, "bond.performance_from_share"),
    )
    above = _share(view, "bond.performance_above")
    return (
        f"untuk nilai kontrak di atas {above}: {share} × nilai kontrak apabila harga terkoreksi "
        f"paling sedikit {line} dari nilai total HPS; {share} × nilai total HPS apabila kurang "
        "dari itu"
    )


def _share(view: View, param: str) -> str:
    return value_said(param, view.value(param).value)
