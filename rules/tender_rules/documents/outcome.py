"""How it ends: winner and reserves, the statement of failure, or what is still awaited."""

from collections.abc import Iterator
from decimal import Decimal

from tender.evaluation import Failure
from tender.events import (
    Announcement,
    Award,
    Event,
    FailureAct,
    Objection,
    ObjectionAnswer,
    ObjectionPeriodEnd,
)
from tender.findings import Awaiting
from tender.terms import StageId
from tender_rules.documents.blocks import Block, Pairs, Paragraph, Subheading, table
from tender_rules.documents.labels import AWAITED, EFFECTIVE, FOLLOW_UP, GROUNDS, TERMS
from tender_rules.documents.view import View, cited, numbered, shown, term, value_said
from tender_rules.words import amount_in_full, date_and_clock, number

__all__ = ["acts", "outcome"]


def outcome(view: View) -> tuple[str, tuple[Block, ...]]:
    """The title and the content of the section that says how the tender ends."""
    evaluation = view.evaluation
    if evaluation.failure is not None:
        return "Pernyataan Tender Gagal", tuple(_failure(view, evaluation.failure))
    if evaluation.winner is not None:
        called = "Pemenang" if evaluation.state == "ditetapkan" else "Calon Pemenang"
        return f"{called} dan {called} Cadangan", tuple(_winners(view, called))
    return "Hal yang Masih Ditunggu", (_awaited(view),)


def _winners(view: View, called: str) -> Iterator[Block]:
    evaluation = view.evaluation
    yield Subheading(called)
    yield _proposed(view, evaluation.winner or "")
    if not evaluation.reserves:
        yield Paragraph("Tidak ada pemenang cadangan.")
    for index, name in enumerate(evaluation.reserves, 1):
        yield Subheading(f"{called} Cadangan {index}")
        yield _proposed(view, name)
    yield from _decider(view)
    if evaluation.next:
        yield Paragraph(_follow_up(evaluation.next)[1])


def _proposed(view: View, name: str) -> Pairs:
    who, price = view.participants[name], view.evaluation.price(name)
    items = [("Nama peserta", view.who(name)), ("Alamat", who.address or "")]
    if price:
        items += [
            ("Harga penawaran", _said(price.stated_total)),
            ("Harga terkoreksi", _said(price.corrected_total)),
            ("Hasil negosiasi", _said(price.negotiated_total)),
            ("Harga akhir", _said(price.final_total)),
        ]
        if price.percent_of_hps is not None:
            items.append(("Terhadap nilai total HPS", f"{number(price.percent_of_hps)}%"))
        if name == view.evaluation.winner:
            items.append(("Jaminan pelaksanaan", _performance(view, price.performance_bond)))
    return Pairs(tuple((label, said) for label, said in items if said))


def _said(amount: Decimal | None) -> str:
    return "" if amount is None else amount_in_full(amount)


def _performance(view: View, bond: Decimal | None) -> str:
    if bond is not None:
        return f"{amount_in_full(bond)}, menurut {view.value_cited('bond.performance_share')}"
    above = view.value("bond.performance_above")
    limit = value_said(above.param, above.value)
    words = f"tidak diperlukan, nilai kontrak tidak melebihi {limit}"
    return f"{words}, menurut {view.value_cited(above.param)}"


def _decider(view: View) -> Iterator[Paragraph]:
    """Who has to determine the winner, by the budget ceiling."""
    verdicts = view.evaluation.stage(StageId.PENETAPAN).verdicts
    findings = [f for v in verdicts for f in v.findings if f.rule == "award.decider"]
    for finding in findings[:1]:
        reason = finding.reason[:1].lower() + finding.reason[1:]
        yield Paragraph(f"Pemenang {reason} ({cited(finding.citations)}).")


def _failure(view: View, failure: Failure) -> Iterator[Block]:
    declared = view.evaluation.state == "ditetapkan"
    how = "dinyatakan gagal" if declared else "memenuhi keadaan untuk dinyatakan gagal"
    ground = GROUNDS.get(failure.ground, failure.ground)
    what, due = _follow_up(failure.follow_up)
    title = view.package.tender.title
    yield Paragraph(f"Tender {title} {how}, karena {ground}.", strong=True)
    yield Pairs(
        (
            ("Dasar", cited(failure.citations)),
            ("Dinyatakan oleh", TERMS[failure.declared_by]),
            ("Berlaku", _effective(view, failure)),
            ("Tindak lanjut", what),
        )
    )
    yield Paragraph(_first(failure, declared=declared) + due)


def _effective(view: View, failure: Failure) -> str:
    """From when the failure holds, with the text that puts it off."""
    when = EFFECTIVE[failure.effective]
    if failure.effective == "segera":
        return when
    return f"{when} ({view.value_cited('failure.none_passes_effective')})"


def _first(failure: Failure, *, declared: bool) -> str:
    """What has to have happened before anything follows."""
    after = ["masa sanggah berakhir"] if failure.effective != "segera" else []
    if not declared:
        after.append("Tender dinyatakan gagal")
    return f"Setelah {' dan '.join(after)}, " if after else ""


def _follow_up(code: str) -> tuple[str, str]:
    """What follows, and the sentence that it is due."""
    return FOLLOW_UP.get(code) or (term(code), f"Tindak lanjut: {term(code)}.")


def _awaited(view: View) -> Block:
    rows = [_awaited_row(view, item) for item in view.evaluation.awaiting]
    if not rows:
        return Paragraph("Tidak ada hal yang ditunggu.")
    headers = {"Tahapan": "<", "Nama peserta": "<", "Yang ditunggu": "<", "Dari": "<"}
    return table(headers, list(dict.fromkeys(rows)))


def _awaited_row(view: View, item: Awaiting) -> tuple[str, ...]:
    what = AWAITED.get(item.needs) or term(item.needs)
    if item.criterion is not None and item.needs in ("fakta", "penilaian"):
        what = f"{what}: {view.criterion(item.stage, item.criterion)}"
    asked = [member.id for member in view.members if member.id in item.asked]
    others = sorted(who for who in item.asked if who not in asked)
    return (
        view.stage(item.stage),
        view.who(item.participant),
        what,
        ", ".join(view.member(who) for who in [*asked, *others]) or "–",
    )


def acts(view: View) -> tuple[Block, ...]:
    """What people did with the result, oldest first: what ends the tender, and what is past."""
    ends: tuple[type[Event], ...] = (Award, FailureAct)
    after = (Announcement, Objection, ObjectionAnswer, ObjectionPeriodEnd)
    found = [event for kind in ends for event in view.events(kind)]
    found += [event for kind in after for event in view.told(kind)]
    rows = [
        (date_and_clock(event.at), _act(view, event))
        for event in sorted(found, key=lambda event: (event.at, repr(event)))
    ]
    if not rows:
        return (Paragraph("Belum ada penetapan, pernyataan gagal, pengumuman, atau sanggah."),)
    return (table({"Waktu": "<", "Tindakan": "<"}, rows),)


def _act(view: View, event: Event) -> str:
    match event:
        case Award():
            reserves = view.all_of(event.reserves or ())
            also = f"; pemenang cadangan: {reserves}" if reserves else ""
            return (
                f"Penetapan pemenang {numbered(event.number)} oleh {TERMS[event.by]}; "
                f"pemenang: {view.who(event.winner)}{also}"
            )
        case FailureAct():
            ground = GROUNDS.get(event.ground, event.ground)
            proof = shown(event.evidence)
            also = f"; bukti: {proof}" if proof else ""
            return f"Pernyataan Tender gagal oleh {TERMS[event.by]}: {ground}{also}"
        case Announcement():
            return "Pengumuman hasil pemilihan"
        case Objection():
            return f"Sanggah dari {view.who(event.participant)}"
        case ObjectionAnswer():
            return f"Jawaban sanggah {view.who(event.participant)}: {TERMS[event.decision]}"
        case _:
            return "Akhir masa sanggah"
