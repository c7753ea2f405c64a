"""Tender/Seleksi gagal: the grounds of Pasal 51 ayat (2), who declares them and what follows."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from attrs import evolve

from tender_engine.declared import Ground, Words
from tender_engine.evaluation import AT_ONCE, Failure
from tender_engine.events import Cancellation, FailureAct
from tender_engine.findings import Notice, Source
from tender_engine.model import Package
from tender_engine.renaming import is_there
from tender_engine.rulebook import Rulebook
from tender_engine.terms import Decider, Method, StageId, Subject
from tender_engine.workflow import Case
from tender_rules.citations import LKPP, lkpp, perpres
from tender_rules.procurement_kind import bids_are_due, is_seleksi
from tender_rules.stages.standing_acts import comes_before_the_list

__all__ = [
    "CANCELLED",
    "END_ALL",
    "GROUNDS",
    "NOT_DETERMINED",
    "NO_AGREEMENT",
    "REFUSED_BY_PPK",
    "WRONG_DOCUMENT",
    "as_printed",
    "cancelled_by",
    "computed_failure",
    "declared_failure",
    "effective_of",
    "found_by_people",
    "in_words",
    "known_grounds",
]

_PERPRES = "perpres-16-2018:51(2)"
_LKPP = "lkpp-12-2021:4.2.14.a."
WRONG_DOCUMENT = f"{_PERPRES}d"
NO_AGREEMENT = f"{_PERPRES}h"
# What PA declares once the PPK, or PA itself, has refused the result.
REFUSED_BY_PPK = f"{_LKPP}k"
NOT_DETERMINED = f"{_LKPP}l"
# Before there is a list of who may bid, these end the procurement and not its qualification alone.
END_ALL = tuple(f"{_PERPRES}{letter}" for letter in "dei")
# What ends a procurement by a decision of its own, and is no ground that an act could declare.
CANCELLED = "pembatalan"
_ALL_OVER_BUDGET = f"{_LKPP}c"
_UNKNOWN_PRICE = "DASAR_GAGAL_TIDAK_PASTI"
_AGAIN, _NEW_BIDS = "tender_ulang", "penyampaian_penawaran_ulang"
_BY_CAUSE = "menurut_penyebab"


def _ground(
    letter: str,
    words: Words,
    follow_up: str = _AGAIN,
    follows: str = "Pasal 51 ayat (9)",
    by: Decider = Decider.POKJA,
    read: Source = Source.TEXT,
    listed: str = "",
    **more: Any,
) -> Ground:
    """A letter of Pasal 51 ayat (2): how well it was read, who declares it, and what follows.

    LKPP's list (Lampiran I angka 4.2.14 huruf a) has it under another letter where `listed` says.
    """
    declares = "Pasal 51 ayat (3)" if by is Decider.POKJA else "Pasal 51 ayat (4)"
    passage = evolve(perpres(f"Pasal 51 ayat (2) huruf {letter}"), source=read)
    cites = (passage, perpres(declares), perpres(follows))
    of, letters = Subject.PEMILIHAN, (letter, *([listed] if listed else []))
    return Ground(f"{_PERPRES}{letter}", words, of, by, follow_up, cites, letters=letters, **more)


def _lkpp_ground(letter: str, by: Decider, words: Words, **more: Any) -> Ground:
    """A ground that LKPP adds; what follows it was not read, and depends on the cause."""
    cites, of = (lkpp(f"Lampiran I angka 4.2.14 huruf a.{letter}"),), Subject.PEMILIHAN
    return Ground(f"{_LKPP}{letter}", words, of, by, _BY_CAUSE, cites, letters=(letter,), **more)


GROUNDS = (
    _ground(
        "a",
        Words("terdapat kesalahan dalam proses evaluasi", "there is an error in the evaluation"),
        "evaluasi_penawaran_ulang",
        "Pasal 51 ayat (7)",
        objected=True,
    ),
    _ground(
        "b",
        Words(
            "tidak ada peserta yang menyampaikan dokumen penawaran setelah ada pemberian waktu "
            "perpanjangan",
            "no participant handed in a bid after the extension",
        ),
        computed=True,
    ),
    _ground(
        "c",
        Words(
            "tidak ada peserta yang lulus evaluasi penawaran",
            "no participant passes the evaluation of bids",
        ),
        listed="d",
        computed=True,
        effective="failure.none_passes_effective",
    ),
    _ground(
        "d",
        Words(
            "ditemukan kesalahan dalam Dokumen Pemilihan atau tidak sesuai dengan ketentuan dalam "
            "Peraturan Presiden",
            "the document is wrong, or against the regulation",
        ),
        _NEW_BIDS,
        "Pasal 51 ayat (8)",
        listed="e",
        objected=True,
    ),
    _ground(
        "e",
        Words(
            "seluruh peserta terlibat Korupsi, Kolusi, dan Nepotisme (KKN)",
            "all participants are involved in KKN",
        ),
        listed="f",
        objected=True,
    ),
    _ground(
        "f",
        Words(
            "seluruh peserta terlibat persaingan usaha tidak sehat",
            "all participants are involved in unfair competition",
        ),
        listed="g",
        objected=True,
    ),
    _ground(
        "g",
        Words("seluruh penawaran harga di atas HPS", "all bid prices are above the HPS"),
        listed="c",
        # That corrected prices are meant was read elsewhere.
        read=Source.SECONDARY,
        computed=True,
        of_seleksi=False,
    ),
    _ground(
        "h",
        Words(
            "negosiasi biaya pada Seleksi tidak tercapai",
            "the negotiation of a Seleksi reached no agreement",
        ),
        _NEW_BIDS,
        "Pasal 51 ayat (8)",
        computed=True,
        of_tender=False,
    ),
    _ground(
        "i",
        Words("KKN melibatkan Pokja Pemilihan/PPK", "the Pokja or the PPK is involved in KKN"),
        listed="j",
        by=Decider.PA,
        objected=True,
    ),
    Ground(
        _ALL_OVER_BUDGET,
        Words(
            "seluruh penawaran biaya pada Seleksi dengan metode evaluasi Pagu Anggaran di atas "
            "Pagu Anggaran",
            "all costs of a Seleksi by Pagu Anggaran are above the Pagu Anggaran",
        ),
        Subject.PEMILIHAN,
        Decider.POKJA,
        _AGAIN,
        (
            lkpp("Lampiran I angka 4.2.14 huruf a.1.c"),
            perpres("Pasal 51 ayat (2) huruf c"),
            perpres("Pasal 51 ayat (9)"),
        ),
        computed=True,
        of_tender=False,
        letters=("c",),
    ),
    _lkpp_ground(
        "i",
        Decider.POKJA,
        Words(
            "Pokja Pemilihan tidak menjalankan prosedur berdasarkan Dokumen Pemilihan",
            "the Pokja did not follow the document's procedure",
        ),
        objected=True,
    ),
    _lkpp_ground(
        "k",
        Decider.PA,
        Words(
            "PA/KPA menyetujui penolakan oleh PPK atas hasil pemilihan",
            "the PA/KPA agrees with the PPK's refusal of the result",
        ),
    ),
    _lkpp_ground(
        "l",
        Decider.PA,
        Words("PA/KPA menolak menetapkan pemenang", "the PA/KPA refuses to determine the winner"),
    ),
)


def known_grounds(package: Package, rulebook: Rulebook, of: object) -> list[str]:
    """The grounds on which the result `of` a package can fail, by the texts of its day."""
    tender = package.tender
    return [
        name
        for name, ground in rulebook.grounds.items()
        if ground.of == of
        and (ground.of_seleksi if is_seleksi(tender) else ground.of_tender)
        and is_there(rulebook.instruments, ground.citations[0].instrument, tender.announced_on)
    ]


def in_words(rulebook: Rulebook, grounds: Iterable[str]) -> str:
    """Grounds as people may name them: each by its code, and what it says."""
    return "; ".join(rulebook.grounds[name].in_words for name in grounds)


def as_printed(rulebook: Rulebook, grounds: Iterable[str]) -> str:
    """The same as papers print them: each by its letter, where no other has that, and in words.

    Letters of one paragraph follow each other under it.
    """
    passages = Counter(ground.passage for ground in rulebook.grounds.values())
    told: list[str] = []
    before = ""
    for ground in map(rulebook.grounds.__getitem__, grounds):
        if passages[ground.passage] > 1:
            told.append(ground.words.id)
            continue
        above = ground.passage.partition("huruf ")[0]
        passage = ground.passage.removeprefix(above if above == before else "")
        told.append(f"{passage}: {ground.words.id}")
        before = above
    return "; ".join(told)


def found_by_people(case: Case, act: FailureAct) -> bool:
    """Whether who may declare it declares a ground that figures cannot show: the act decides.

    A declaration on a refusal says itself that there was one; where it is not on record that is
    told.
    """
    ground = case.grounds[act.ground]
    return not ground.computed and act.by == ground.declared_by


def _failure(case: Case, name: str) -> Failure:
    ground = case.grounds[name]
    follow_up, cited = ground.follow_up, [*ground.citations]
    if follow_up == _AGAIN and _is_repeat(case):
        follow_up = "penunjukan_langsung"
        cited.append(perpres("Pasal 51 ayat (10)"))
    citations = case.law.cite_all(tuple(cited))
    return Failure(name, ground.declared_by, effective_of(case, ground), follow_up, citations)


def effective_of(case: Case, ground: Ground) -> str:
    """From when a failure on `ground` holds: at once, unless a value of the law says otherwise."""
    by = ground.effective
    return AT_ONCE if by is None else case.ask.text(by)


def _is_repeat(case: Case) -> bool:
    """Whether this is a tender ulang, whose failure leads to penunjukan langsung."""
    first = case.ask.decimal("failure.follow_up_round")
    return case.package.tender.round >= first


def computed_failure(case: Case) -> Failure:
    """The failure that the figures show once nobody is left.

    No bid, talks that failed with all, all over the HPS or the budget, or none passes.
    """
    if not case.verdicts[StageId.PEMBUKAAN]:
        return _failure(case, f"{_PERPRES}b")
    if is_seleksi(case.package.tender) and case.verdicts.get(StageId.NEGOSIASI):
        case.ask.text("negotiation.held_with")
        return _failure(case, NO_AGREEMENT)
    if is_seleksi(case.package.tender):
        return _failure(case, _ALL_OVER_BUDGET if _budget_fails_all(case) else f"{_PERPRES}c")
    return _failure(case, f"{_PERPRES}{'g' if _ceiling_fails_all(case) else 'c'}")


def _ceiling_fails_all(case: Case) -> bool:
    """Whether every opened bid, those that fell earlier included, is above what the HPS allows."""
    apart = StageId.PEMBUKAAN_HARGA in case.verdicts
    stage = StageId.PEMBUKAAN_HARGA if apart else StageId.PEMBUKAAN
    case.ask.text("price.ceiling_price")
    share = case.ask.decimal("price.ceiling_share")
    return _all_above(case, stage, case.package.tender.hps.total * share, "nilai total HPS")


def _budget_fails_all(case: Case) -> bool:
    """Whether every opened cost is over the budget, which is a ground since the text of LKPP."""
    there = is_there(case.law.instruments, LKPP, case.law.day)
    if case.package.tender.method is not Method.PAGU_ANGGARAN or not there:
        return False
    return _all_above(case, StageId.PEMBUKAAN_HARGA, case.package.tender.pagu, "Pagu Anggaran")


def _all_above(case: Case, opening: StageId, limit: Decimal, what: str) -> bool:
    """Whether every bid that `opening` opened is above `limit` once corrected.

    Where none is known to be within it but the price of some is not known, nobody can tell: that
    is said, and the failure stands on the ground that holds all the same.
    """
    opened = list(case.passed(opening))
    prices = [case.prices.get(name) for name in opened]
    totals = [price.corrected_total if price else None for price in prices]
    unknown = [name for name, total in zip(opened, totals, strict=True) if total is None]
    if not opened or any(total is not None and total <= limit for total in totals):
        return False
    if unknown:
        bidders = ", ".join(case.participants[name].name for name in unknown)
        words = f"Apakah seluruh penawaran di atas {what} tidak dapat dipastikan, karena harga"
        case.notice(Notice(_UNKNOWN_PRICE, f"{words} terkoreksi {bidders} tidak diketahui."))
    return not unknown


def cancelled_by(decision: Cancellation) -> Failure:
    """The end by a recorded decision: no text was read on what it rests, or what follows."""
    return Failure(CANCELLED, decision.by, AT_ONCE, None, ())


def declared_failure(case: Case, act: FailureAct) -> Failure:
    """The failure as an act declares it on a ground that only people find.

    Nobody hands in a new bid who was never asked for one: what follows then is for people.
    """
    found = _failure(case, act.ground)
    early = comes_before_the_list(case.package, act) or not bids_are_due(case.package)
    if found.follow_up == _NEW_BIDS and early:
        return evolve(found, follow_up=_BY_CAUSE)
    return found
