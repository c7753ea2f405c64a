"""How it ends: winner and reserves, the statement of failure, or what is still awaited."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from tender_desk.documents.acts import is_told
from tender_desk.documents.blocks import Block, Pairs, Paragraph, Subheading, Titled, table
from tender_desk.documents.entries import ranked_list
from tender_desk.documents.failing import failed
from tender_desk.documents.order import decisions_on_list
from tender_desk.documents.view import View
from tender_engine.evaluation import PriceResult
from tender_engine.events import Award
from tender_engine.findings import Awaiting
from tender_engine.numbers import percent_of
from tender_engine.terms import StageId
from tender_rules.procurement_kind import SCORED
from tender_rules.stages.confirming import CONFIRMATION
from tender_rules.words import apart, number

__all__ = [
    "awaited_row",
    "awaited_rows",
    "bond_basis",
    "bond_of",
    "decider_told",
    "offered",
    "outcome",
    "performance",
    "proposed",
    "scores_of",
]

_DECIDERS = ("award.decider", "award.decider_of_seleksi")
_WITH_CRITERION = ("fakta", "penilaian", "nilai", CONFIRMATION)


def outcome(view: View) -> Titled:
    """The title and the content of the section that says how the tender ends."""
    evaluation = view.evaluation
    if evaluation.failure is not None and view.kind.cancelled:
        return f"Pembatalan {view.kind.noun}", tuple(failed(view, evaluation.failure))
    if evaluation.failure is not None:
        return f"Pernyataan {view.kind.fails} Gagal", tuple(failed(view, evaluation.failure))
    if evaluation.result == "daftar_peserta":
        determined = evaluation.state == "ditetapkan" or view.kind.alone
        name = view.kind.list_name if determined else f"Calon {view.kind.list_name}"
        return name, tuple(_list(view))
    if evaluation.winner is not None:
        awards = view.about_it(view.events(Award))
        determined = evaluation.state == "ditetapkan" and is_told(view, awards[-1])
        called = "Pemenang" if determined else "Calon Pemenang"
        return f"{called} dan {called} Cadangan", tuple(_winners(view, called))
    return "Hal yang Masih Ditunggu", (_awaited(view),)


def _winners(view: View, called: str) -> Iterator[Block]:
    evaluation = view.evaluation
    yield Subheading(called)
    yield proposed(view, evaluation.winner or "")
    if not evaluation.reserves:
        yield Paragraph("Tidak ada pemenang cadangan.")
    for index, name in enumerate(evaluation.reserves, 1):
        yield Subheading(f"{called} Cadangan {index}")
        yield proposed(view, name)
    yield from decider_told(view)
    if evaluation.next:
        yield Paragraph(view.follow_up(evaluation.next)[1])


def _list(view: View) -> Iterator[Block]:
    """Who may bid, in the order of the qualification scores where there are any."""
    yield ranked_list(view)
    yield from decisions_on_list(view)
    if view.evaluation.next:
        yield Paragraph(view.follow_up(view.evaluation.next)[1])
    else:
        yield Paragraph(
            "Peserta tersebut diundang menyampaikan dokumen penawaran setelah hasil kualifikasi "
            "diumumkan dan masa sanggah berakhir."
        )


def proposed(view: View, name: str) -> Pairs:
    """What a participant offers, and of the proposed winner the performance bond."""
    return Pairs((*offered(view, name).items, *bond_of(view, name)))


def bond_of(view: View, name: str) -> Iterator[tuple[str, str]]:
    """The performance bond that the proposed winner owes, or that it owes none."""
    price = view.evaluation.price(name)
    if price is not None and name == view.evaluation.winner:
        yield "Jaminan pelaksanaan", performance(view, price.performance_bond)


def offered(view: View, name: str, *, talks: bool = True) -> Pairs:
    """A participant with its scores and its price, as stated, corrected and final.

    Without `talks` it is told as it was before them.
    """
    who, price = view.participants[name], view.evaluation.price(name)
    if price is not None and not talks:
        before = price.reverse_auction_total or price.corrected_total
        price = evolve(price, negotiated_total=None, final_total=before)
    said = view.kind.said
    items = [("Nama peserta", view.who(name)), ("Alamat", who.address or "")]
    items += scores_of(view, name)
    if price is None:
        items.append((said("Harga penawaran"), "tidak dibuka"))
    else:
        items += [
            (said("Harga penawaran"), _said(view, price.stated_total)),
            (said("Harga terkoreksi"), _said(view, price.corrected_total)),
            ("Hasil reverse auction", _said(view, price.reverse_auction_total)),
            ("Hasil negosiasi", _said(view, price.negotiated_total)),
            (said("Harga akhir"), _said(view, price.final_total) if talks else ""),
        ]
        items += _of_hps(view, price)
        if price.hea is not None:
            items.append(("HEA (hanya untuk urutan)", view.money(price.hea)))
    return Pairs(tuple((label, said) for label, said in items if said))


def _of_hps(view: View, price: PriceResult) -> Iterator[tuple[str, str]]:
    """The corrected total as a share of the HPS, and the last one where that is another."""
    if price.percent_of_hps is None or price.final_total is None:
        return
    later = price.final_total != price.corrected_total
    what = "Terhadap"
    if later or view.kind.seleksi:
        what = view.kind.said("Harga terkoreksi terhadap")
    yield f"{what} nilai total HPS", f"{number(price.percent_of_hps)}%"
    if later and not view.kind.seleksi:
        share = percent_of(price.final_total, view.package.tender.hps.total)
        yield "Harga akhir terhadap nilai total HPS", f"{number(share)}%"


def scores_of(view: View, name: str) -> Iterator[tuple[str, str]]:
    """The scores behind the place, where the method gives any."""
    found = view.evaluation.score(name)
    if found is None or view.package.tender.method not in SCORED:
        return
    for label, field in (("Nilai teknis", "technical"), ("Nilai akhir", "combined")):
        value = getattr(found, field)
        if value is not None:
            places = apart(getattr(each, field) for each in view.evaluation.scores)
            yield label, view.score(value, places)


def _said(view: View, amount: Decimal | None) -> str:
    return "" if amount is None else view.in_full(amount)


def performance(view: View, bond: Decimal | None) -> str:
    """The performance bond with the text for it, or that none is due."""
    if view.kind.seleksi:
        # Jasa konsultansi gives none.
        return f"tidak diperlukan, menurut {view.article('Pasal 30 ayat (5)')}"
    if bond is not None:
        return f"{view.in_full(bond)}, menurut {bond_basis(view)}"
    above = "bond.performance_above"
    words = f"tidak diperlukan, nilai kontrak tidak melebihi {view.value_said(above)}"
    return f"{words}, menurut {view.value_cited(above)}"


def bond_basis(view: View) -> str:
    """The texts for the share of the performance bond, and for the line below which HPS is base."""
    params = ("bond.performance_share", "bond.performance_from_share")
    return "; ".join(dict.fromkeys(map(view.value_cited, params)))


def decider_told(view: View) -> Iterator[Paragraph]:
    """Who has to determine the winner, by the budget ceiling."""
    verdicts = view.evaluation.stage(StageId.PENETAPAN).verdicts
    findings = [f for v in verdicts for f in v.findings if f.rule in _DECIDERS]
    for finding in findings[:1]:
        reason = finding.reason[:1].lower() + finding.reason[1:]
        yield Paragraph(f"Pemenang {reason} ({view.behind(finding)}).")


def _awaited(view: View) -> Block:
    rows = awaited_rows(view)
    if not rows:
        return Paragraph("Tidak ada hal yang ditunggu.")
    headers = {"Tahapan": "<", "Nama peserta": "<", "Yang ditunggu": "<", "Dari": "<"}
    return table(headers, rows)


def awaited_rows(view: View) -> list[tuple[str, ...]]:
    """All that is awaited, each once; a doubt about typing only where those inside read."""
    items = [x for x in view.evaluation.awaiting if view.internal or x.needs != CONFIRMATION]
    return list(dict.fromkeys(awaited_row(view, item) for item in items))


def awaited_row(view: View, item: Awaiting) -> tuple[str, ...]:
    """At which stage, about whom, what is awaited, and of whom."""
    what = view.awaited(item.needs)
    if item.criterion is not None and item.needs in _WITH_CRITERION:
        what = f"{what}: {view.criterion(item.stage, item.criterion)}"
    panel = {member.id: None for member in view.members}
    wanted = frozenset(item.asked)
    asked = [member for member in panel if member in wanted]
    others = sorted(who for who in item.asked if who not in panel)
    return (
        view.stage(item.stage),
        view.who(item.participant),
        what,
        ", ".join(view.member(who) for who in [*asked, *others]) or "–",
    )
