"""Minutes of an opening: who handed in and when, who did not, and which files could be opened.

Of prices they tell what the envelope opens: with the bids in one file, later in two, each as it is
stated and before any correction.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from tender_desk.documents.blocks import Block, Paragraph, Titled, table
from tender_desk.documents.closing import signed
from tender_desk.documents.draft_reasons import UNCONFIRMED_TYPING, Standing, unfinished
from tender_desk.documents.due import READY, Due, appointed_directly, uncalled_for, waits
from tender_desk.documents.entries import deadlines, handed_in_by
from tender_desk.documents.particulars import Particulars, of_event
from tender_desk.documents.phrases import DOCUMENTS
from tender_desk.documents.prices import closed_prices
from tender_desk.documents.record import Audience, Paper
from tender_desk.documents.results import not_passed
from tender_desk.documents.subject import introduced
from tender_desk.documents.telling import acts_of, deadlines_of
from tender_desk.documents.view import View, of_qualification
from tender_engine.declared import Words
from tender_engine.events import Closing, PriceOpening
from tender_engine.findings import Verdict
from tender_engine.terms import Envelope, Phase, StageId
from tender_rules.stages.confirming import CONFIRMATION
from tender_rules.stages.counting import closed, due, handed_in
from tender_rules.stages.standing_acts import called_off

__all__ = ["OPENED_BIDS", "OPENED_PRICES", "OPENED_QUALIFICATIONS"]

_CLOSING = "Penutup dan Tanda Tangan"
# Where prices are, that are not opened with the bids.
_CLOSED = {
    Envelope.DUA_FILE: "Dokumen penawaran harga tidak dibuka pada pembukaan ini.",
    Envelope.DUA_TAHAP: "Dokumen penawaran harga disampaikan pada tahap kedua.",
}
_TOLD_IN = {
    Phase.KUALIFIKASI: StageId.PEMASUKAN_KUALIFIKASI,
    Phase.PENAWARAN: StageId.PEMBUKAAN,
}


def _opened(phase: Phase) -> Callable[[View], Iterator[Titled]]:
    """The parts of minutes of the opening of the documents of `phase`."""

    def parts(view: View) -> Iterator[Titled]:
        found = (*deadlines(view, (phase,)), *handed_in_by(view, phase))
        told = [("Pemasukan Dokumen", found)]
        if phase is Phase.PENAWARAN:
            told.append(("Pembukaan Dokumen Penawaran", tuple(_bids(view))))
        yield from introduced(view, told)
        yield _CLOSING, signed(view)

    return parts


def _bids(view: View) -> Iterator[Block]:
    """Whose bid was opened, at which price where the envelope holds it; and whose was not."""
    result = view.evaluation.stage(StageId.PEMBUKAAN)
    if view.package.tender.envelope is Envelope.SATU_FILE:
        yield from _stated(view, result.of(Verdict.LULUS))
    elif names := result.of(Verdict.LULUS):
        yield Paragraph(f"Dokumen penawaran yang dibuka: {view.all_of(names)}.")
        yield Paragraph(view.kind.said(_CLOSED[view.package.tender.envelope]))
    if not result.of(Verdict.LULUS):
        yield Paragraph("Tidak ada dokumen penawaran yang dibuka.")
    yield from not_passed(view, result)


def _stated(view: View, names: Sequence[str]) -> Iterator[Block]:
    """The total of each bid as it is written there."""
    if not names:
        return
    said = view.kind.said
    yield Paragraph(
        said(
            "Harga penawaran di bawah ini termasuk PPN, sebagaimana tertulis pada penawaran, "
            "sebelum koreksi aritmatik."
        )
    )
    rows = [
        (str(index), view.who(name), view.amount(bid.stated_total if bid else None))
        for index, name in enumerate(names, 1)
        for bid in (view.bids.get(name),)
    ]
    yield table({"No.": ">", "Nama peserta": "<", said("Harga penawaran"): ">"}, rows)


def _ended(phase: Phase) -> Callable[[View], Due]:
    """Whether handing in the documents of `phase` is over, and how many came in stands."""
    what = DOCUMENTS[phase]
    english = "qualifications" if phase is Phase.KUALIFIKASI else "bids"
    not_over = waits(f"berakhirnya pemasukan {what}", f"the end of handing in {english}")

    def is_due(view: View) -> Due:
        if phase is Phase.KUALIFIKASI and not view.kind.before:
            return uncalled_for(
                "pemilihan ini tanpa prakualifikasi",
                "there is no prakualifikasi in this procurement",
            )
        if phase is Phase.PENAWARAN and view.kind.alone:
            return appointed_directly(view)
        if phase is Phase.PENAWARAN and view.kind.listing and view.evaluation.failure is not None:
            return _failed_before(view)
        if phase is Phase.PENAWARAN and view.kind.listing and view.evaluation.state == "ditetapkan":
            return not_over
        if phase is Phase.PENAWARAN and view.kind.listing:
            return waits("penetapan hasil prakualifikasi", "the list of who may bid")
        counted = _TOLD_IN[phase]
        missing = [x for x in view.evaluation.awaiting if x.stage is counted and not x.participant]
        until, latest = due(view.package, phase), _latest(view)
        ended = called_off(view.package)
        if ended is not None and until is not None and ended.at < until:
            return uncalled_for(
                "pemilihan dibatalkan sebelum pembukaan", "it was called off before"
            )
        early = until is not None and not closed(view.package, phase) and latest < until
        nothing = until is None and not handed_in(view.package, phase)
        return not_over if missing or early or nothing else READY

    return is_due


def _failed_before(view: View) -> Due:
    """Nothing is opened any more once it failed."""
    return uncalled_for(f"{view.kind.fails} gagal sebelum pembukaan", "it failed before")


def _latest(view: View) -> datetime:
    """The last moment that is recorded: how far the procurement has come."""
    moments = [event.at for event in view.package.events]
    moments += [entry.at for entry in view.package.assessments]
    return max(moments, default=datetime.min.replace(tzinfo=UTC))


def _standing(phase: Phase) -> Callable[[View], Standing]:
    def standing(view: View) -> Standing:
        return Standing(tuple(_missing(view, phase)), ())

    return standing


def _missing(view: View, phase: Phase) -> Iterator[Words]:
    """What the minutes would have to tell, and nobody has recorded."""
    until = due(view.package, phase)
    if until is None:
        yield Words(
            f"batas akhir pemasukan {DOCUMENTS[phase]} belum dicatat",
            "the deadline of handing in is not recorded",
        )
    elif any(event.of == phase and event.at < until for event in view.events(Closing)[-1:]):
        yield Words(
            f"penutupan pemasukan {DOCUMENTS[phase]} tercatat sebelum batas akhirnya",
            "the end of handing in is recorded before its deadline",
        )
    if phase is not Phase.PENAWARAN:
        return
    result = view.evaluation.stage(StageId.PEMBUKAAN)
    if doubted := result.of(Verdict.BELUM_DINILAI):
        names = view.all_of(doubted)
        yield Words(
            f"pernyataan LPSE atas berkas {names} belum dicatat",
            f"what the LPSE says of the file of {names} is not recorded",
        )
    if view.package.tender.envelope is Envelope.SATU_FILE:
        yield from _unpriced(view, result.of(Verdict.LULUS))


def _unpriced(view: View, names: Sequence[str]) -> Iterator[Words]:
    """Whose total is not typed yet, or typed so that it may be a slip."""
    if without := [name for name in names if name not in view.bids]:
        bidders = view.all_of(without)
        yield Words(
            f"{view.kind.said('harga')} penawaran {bidders} belum dicatat",
            f"the price of {bidders} is not recorded",
        )
    if any(x.needs == CONFIRMATION and x.participant in names for x in view.evaluation.awaiting):
        yield UNCONFIRMED_TYPING


def _prices(view: View) -> Iterator[Titled]:
    """When prices were opened, whose, and whose stay closed."""
    result = view.evaluation.stage(StageId.PEMBUKAAN_HARGA)
    second = view.package.tender.envelope is Envelope.DUA_TAHAP
    phases = (Phase.PENAWARAN_TAHAP_DUA,) if second else ()
    names = result.of(Verdict.LULUS)
    blocks = [
        *deadlines(view, phases, view.events(PriceOpening)),
        *(handed_in_by(view, *phases) if phases else ()),
        *_stated(view, names),
        *not_passed(view, result),
        *closed_prices(view),
    ]
    title = view.kind.said("Pembukaan Dokumen Penawaran Harga")
    yield from introduced(view, [(title, tuple(blocks))])
    yield _CLOSING, signed(view)


def _prices_due(view: View) -> Due:
    if view.package.tender.envelope is Envelope.SATU_FILE:
        return uncalled_for(
            "harga dibuka bersama dokumen penawaran", "prices are opened with the bids"
        )
    if view.kind.alone:
        return appointed_directly(view)
    if not view.events(PriceOpening) and view.evaluation.failure is not None:
        return _failed_before(view)
    if not view.events(PriceOpening):
        said = view.kind.said("pembukaan dokumen penawaran harga")
        return waits(said, "the opening of prices")
    return READY


def _prices_standing(view: View) -> Standing:
    result = view.evaluation.stage(StageId.PEMBUKAAN_HARGA)
    reasons = [*_unpriced(view, result.of(Verdict.LULUS))]
    waiting = [x for x in view.evaluation.awaiting if x.stage is StageId.PEMBUKAAN_HARGA]
    if waiting or not result.verdicts:
        reasons.append(unfinished(view, StageId.PEMBUKAAN_HARGA))
    return Standing(tuple(reasons), ())


def _last_opening(view: View) -> Particulars:
    openings = view.events(PriceOpening)
    return of_event(openings[-1] if openings else None)


def _until(view: View, phase: Phase) -> Iterator[datetime]:
    """Until when documents could be handed in: then they were opened."""
    yield from filter(None, deadlines_of(phase)(view.package, None))


def _over(view: View, phase: Phase) -> Iterator[datetime]:
    """The same, and when somebody recorded that it was over."""
    yield from _until(view, phase)
    yield from (event.at for event in view.events(Closing) if event.of == phase)


def _prices_opened(view: View) -> Iterator[datetime]:
    yield from (opening.at for opening in view.events(PriceOpening))


OPENED_QUALIFICATIONS = Paper(
    "pembukaan-kualifikasi",
    Words(
        "Berita Acara Pembukaan Dokumen Kualifikasi",
        "Minutes of the opening of qualifications",
    ),
    Audience.PUBLIC,
    _standing(Phase.KUALIFIKASI),
    _opened(Phase.KUALIFIKASI),
    scope=of_qualification,
    due=_ended(Phase.KUALIFIKASI),
    tells=deadlines_of(Phase.KUALIFIKASI),
    held=lambda view: _over(view, Phase.KUALIFIKASI),
    older=lambda view: _until(view, Phase.KUALIFIKASI),
)
OPENED_BIDS = Paper(
    "pembukaan",
    Words("Berita Acara Pembukaan Dokumen Penawaran", "Minutes of the opening of bids"),
    Audience.PUBLIC,
    _standing(Phase.PENAWARAN),
    _opened(Phase.PENAWARAN),
    due=_ended(Phase.PENAWARAN),
    tells=deadlines_of(Phase.PENAWARAN),
    held=lambda view: _over(view, Phase.PENAWARAN),
    older=lambda view: _until(view, Phase.PENAWARAN),
)
OPENED_PRICES = Paper(
    "pembukaan-harga",
    Words("Berita Acara Pembukaan Dokumen Penawaran Harga", "Minutes of the opening of prices"),
    Audience.PUBLIC,
    _prices_standing,
    _prices,
    name=lambda view: view.kind.said("Berita Acara Pembukaan Dokumen Penawaran Harga"),
    due=_prices_due,
    tells=acts_of(PriceOpening),
    told_by=_last_opening,
    held=_prices_opened,
    older=_prices_opened,
)
