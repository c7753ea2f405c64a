"""A whole set of papers: in order, each where it belongs, and what the others wait for."""

from datetime import date
from decimal import Decimal
from pathlib import PureWindowsPath

import pytest
from attrs import evolve

from tender_desk.documents import all_papers
from tender_desk.documents.all_papers import TooManyPapersError, planned
from tender_desk.documents.due import uncalled_for, waits
from tender_desk.documents.failure_minutes import FAILED
from tender_desk.documents.objection_answer import ANSWER
from tender_desk.documents.opening import OPENED_BIDS
from tender_desk.documents.papers import (
    BAHP,
    CLARIFICATION,
    EVALUATION,
    LETTER,
    PAPERS,
    PROOF,
    paper,
)
from tender_desk.documents.readback import texts_of
from tender_desk.documents.word.word_writer import docx_bytes
from tender_engine.events import Appeal, AppealAnswer, Confirmation, FailureAct, Letter
from tender_engine.terms import AppealDecision, Channel, Decider, Method
from tender_rules import national
from tests.builders import (
    ADMINISTRASI,
    KUALIFIKASI,
    PEMBUKTIAN,
    TEKNIS,
    at,
    evaluated,
    judged,
    priced,
)
from tests.desk.documents.data import AWARD, GROUND, MINUTES, given
from tests.desk.documents.ended import ANNOUNCED, ENDED, MISTAKEN, OBJECTED, RIGHT, WRONG, tender
from tests.desk.documents.kinds import OVER, WINNER, consulted
from tests.desk.documents.test_secrecy import INSIDE, NIK, NPWP, marked, spelled
from tests.desk.documents.test_stage_minutes import ASKED
from tests.happenings import (
    announced,
    answered,
    award,
    closing,
    deadline,
    gone,
    in_vain,
    listing_act,
    objection,
    price_opening,
)
from tests.procurements import applicant, invited, screened

FINAL = evaluated(given(events=[AWARD, MINUTES, ANNOUNCED]))
FAILURE = FailureAct(at(31, 10), "pemilihan", Decider.POKJA, f"{GROUND}a")
AGAIN = award("p1", "p3", day=28)
WITHOUT_BOND = Appeal(at(31, 12), "pemilihan", "p2", Decimal(0))
GRANTED = AppealAnswer(at(6, month=6), "p2", AppealDecision.BENAR)
LAW = national()
LIST_ERROR = "lkpp-12-2021:4.1.1.j:kesalahan_evaluasi"
LATE = evolve(BAHP, key="nanti", due=lambda _: waits("pembukaan", "the opening"))
NEVER = evolve(BAHP, key="tidak", due=lambda _: uncalled_for("tidak ada", "none"))


def stems(plan):
    """The papers that can be written, as paths without an ending."""
    return [one.path for one in plan.ready]


def test_they_are_numbered_in_the_order_in_which_they_are_asked_for():
    """One of all, and one of each participant whom it concerns."""
    plan = planned(FINAL, (BAHP, LETTER), drafts=False)

    assert stems(plan) == ["01-bahp", "02-surat-p1", "03-surat-p2", "04-surat-p3"]
    assert plan.ready[1].record() == paper(FINAL, LETTER, "p1")
    assert plan.awaited == ()


def test_what_was_not_announced_is_secret():
    """It goes into a folder of its own, and says so."""
    plan = planned(evaluated(given(events=[AWARD, MINUTES])), (BAHP,), drafts=False)

    assert stems(plan) == ["dalam/01-bahp"]
    assert plan.ready[0].record().secret
    assert not planned(FINAL, (BAHP,), drafts=False).ready[0].record().secret


def test_what_was_public_before_a_result_was_undone_stays_public():
    """But for what tells the failure, which nobody announced; a new award takes nothing back."""
    kinds = (OPENED_BIDS, EVALUATION, CLARIFICATION, PROOF, FAILED)
    undone, anew = (
        {
            one.kind.key: one.secret
            for one in planned(tender(ASKED, *events), kinds, drafts=True).ready
        }
        for events in ((*ENDED, RIGHT, FAILURE), (*ENDED[:-1], AGAIN))
    )

    assert undone == {
        "pembukaan": False,
        "evaluasi": False,
        "pembuktian": False,
        "klarifikasi": False,
        "gagal": True,
    }
    assert anew == {key: False for key in undone if key != "gagal"}


def test_what_was_asked_since_the_announcement_is_secret():
    """Until it is announced as well."""
    later = evolve(ASKED, at=at(24, 10))
    for more, secret in (((), True), ((evolve(ANNOUNCED, at=at(28, 10)),), False)):
        found = tender(ASKED, MISTAKEN, *ENDED[1:-1], AGAIN, later, *more)
        (made,) = planned(found, (EVALUATION,), drafts=True).ready

        assert made.secret is secret


def test_they_stand_day_by_day_and_on_one_day_in_the_order_of_their_kinds():
    """An answer given before the day of a record goes before it."""
    written = Letter(at(27), "bahp", "9/2022", date(2022, 5, 27))
    for more, keys in (
        ((), ["bahp", "jawaban-sanggah"]),
        ((written,), ["jawaban-sanggah", "bahp"]),
    ):
        answer = evolve(WRONG, at=at(26, 10))
        ready = planned(tender(*ENDED, answer, *more), (BAHP, ANSWER), drafts=True).ready

        assert [one.kind.key for one in ready] == keys


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        (evolve(OBJECTED, at=at(30, 17)), (RIGHT,)),
        (evolve(OBJECTED, channel=Channel.LUAR), (RIGHT,)),
        (OBJECTED, (WRONG, WITHOUT_BOND, GRANTED)),
    ],
)
def test_what_is_but_a_complaint_keeps_an_announced_result_public(sent, answers):
    """However it is answered: out of time, outside SPSE, or an appeal without a bond."""
    found = tender(AWARD, MINUTES, ANNOUNCED, sent, *answers)
    ready = planned(found, PAPERS, drafts=True, under=LAW).ready

    assert {"bahp", "penetapan", "pengumuman", "surat"} <= {one.kind.key for one in ready}
    assert not [one.stem for one in ready if one.secret]


def test_drafts_alone_say_how_the_days_stand_today():
    """What is final is the same to the last byte."""
    found, day = tender(*ENDED), date(2022, 5, 27)
    plain, dated = (
        {
            one.kind.key: one
            for one in planned(found, (BAHP, ANSWER), drafts=True, today=today).ready
        }
        for today in (None, day)
    )

    assert (dated["bahp"].draft, dated["jawaban-sanggah"].draft) == (False, True)
    assert docx_bytes(dated["bahp"].record()) == docx_bytes(plain["bahp"].record())
    told = "Keadaan per Jumat, 27 Mei 2022."
    assert told in "\n".join(texts_of(dated["jawaban-sanggah"].record()))
    assert told not in "\n".join(texts_of(plain["jawaban-sanggah"].record()))


def test_a_draft_is_written_only_if_it_is_asked_for():
    """Else it is told what it lacks, once for all who lack the same; its name says KONSEP."""
    open_ = evaluated(given())
    kept = planned(open_, (BAHP, LETTER), drafts=False)
    made = planned(open_, (BAHP, LETTER), drafts=True)

    assert [(x.kind.key, x.participants, x.draft) for x in kept.awaited] == [
        ("bahp", (), True),
        ("surat", ("p1", "p2", "p3"), True),
    ]
    assert "hasilnya belum diumumkan" in {reason.id for reason in kept.awaited[1].reasons}
    assert (stems(kept), stems(made)[:2]) == (
        [],
        ["dalam/01-bahp-KONSEP", "dalam/02-surat-p1-KONSEP"],
    )
    assert made.awaited == ()


def test_reasons_of_a_draft_are_told_in_the_language_of_the_screen():
    """On paper they are Indonesian."""
    (bahp, letters) = planned(evaluated(given()), (BAHP, LETTER), drafts=False).awaited

    assert [reason.en for reason in bahp.reasons] == [
        "nobody has recorded a determination of the winner that agrees with the evaluation"
    ]
    assert letters.reasons[-1].en == "the result is not announced"
    told = paper(evaluated(given()), BAHP).annex[0].blocks
    assert "1. Belum ada penetapan pemenang yang sesuai" in told[1].text


def test_what_waits_is_listed_and_what_nothing_calls_for_is_not():
    """With the words of the paper itself; no draft of it can be made."""
    plan = planned(FINAL, (LATE, NEVER, BAHP), drafts=True)

    assert stems(plan) == ["01-bahp"]
    assert [(x.kind.key, x.reasons[0].en, x.draft) for x in plan.awaited] == [
        ("nanti", "the opening", False)
    ]


def test_more_than_a_bound_is_refused_before_anything_is_made(monkeypatch):
    """To the last paper."""
    monkeypatch.setattr(all_papers, "MOST", 4)
    assert len(planned(FINAL, (BAHP, LETTER), drafts=False).ready) == 4
    monkeypatch.setattr(all_papers, "MOST", 3)
    with pytest.raises(TooManyPapersError) as told:
        planned(FINAL, (BAHP, LETTER), drafts=False)
    assert told.value.count == 4


def test_numbers_stand_in_order_in_any_list_of_files():
    """A hundred papers have three digits."""
    many = [evolve(BAHP, key=f"k{n}") for n in range(100)]

    assert stems(planned(FINAL, many, drafts=False))[::99] == ["001-k0", "100-k99"]


@pytest.mark.parametrize("what", INSIDE)
def test_no_paper_tells_what_is_internal(what):
    """A marker in every field that is for inside only, in drafts of all kinds."""
    for one in planned(marked(), PAPERS, drafts=True).ready:
        if what != "amount as written" or one.view.bidder != "p1":
            told = " ".join(texts_of(one.record()))
            assert not any(text in told for text in spelled(INSIDE[what])), one.stem
            assert NIK not in told, one.stem
            assert NPWP not in told, one.stem


def test_papers_of_a_qualification_stand_by_its_own_days():
    """Bids were judged on the 16th, after its minutes: no paper of the qualification tells them."""
    judgements = [
        judged(stage, when=at(day))
        for stage, day in ((KUALIFIKASI, 6), (PEMBUKTIAN, 7), (ADMINISTRASI, 16), (TEKNIS, 16))
    ]
    acts = (
        evolve(MINUTES, of="kualifikasi", at=at(9, 14)),
        announced(9, "kualifikasi", hour=15),
        objection("p2", 10, "kualifikasi"),
        answered("benar_substansial", "p2", 18, "kualifikasi"),
        FailureAct(at(19), "kualifikasi", Decider.POKJA, LIST_ERROR),
    )
    firms = [applicant(f"p{n}", bid=True, price=priced("1100000000")) for n in (1, 2, 3)]
    events = (deadline("kualifikasi", 5), closing("kualifikasi", 5), *acts)
    failed = evaluated(invited(*firms, general=(), assessments=judgements, events=events))
    keys = [one.kind.key for one in planned(failed, PAPERS, drafts=True, under=LAW).ready]

    assert failed.failure is not None
    assert [*dict.fromkeys(keys)][:8] == [
        *("pembukaan-kualifikasi", "evaluasi", "pembuktian", "bahp"),
        *("pengumuman-prakualifikasi", "surat", "pembukaan", "jawaban-sanggah"),
    ]


def test_a_report_stands_behind_the_minutes_that_it_names():
    """Both come of the award of the 20th; the minutes are of the 23rd."""
    ready = planned(evaluated(given(events=[AWARD, MINUTES])), PAPERS, drafts=True).ready
    keys = [one.kind.key for one in ready]

    assert keys.index("bahp") < keys.index("laporan")


def test_names_are_names_on_windows_too():
    """Also of a package in which nothing has happened yet: no sign refused, no device, no twin."""
    codes = ("con", "CON", "p.1.", "nul")
    people = zip(FINAL.package.participants, codes, strict=False)
    whose = tuple(evolve(who, id=code) for who, code in people)
    package = evolve(FINAL.package, participants=whose, events=(), assessments=())
    names = [f"{path}.docx" for path in stems(planned(evaluated(package), PAPERS, drafts=True))]

    assert len({name.casefold() for name in names}) == len(names) > 3
    for name in names:
        *folder, bare = name.split("/")
        assert folder in ([], ["dalam"])
        assert not set(bare) & set('<>:"\\|?*')
        assert not PureWindowsPath(bare).is_reserved()


def awaits(*events, firms=None):
    """What each paper of a tender, or of a prakualifikasi of `firms`, waits for, by its name."""
    early = [judged(KUALIFIKASI, when=at(6)), judged(PEMBUKTIAN, when=at(7))]
    terms = {"general": (), "assessments": early, "events": events}
    found = evaluated(screened(*firms, **terms)) if firms else tender(*events)
    plan = planned(found, PAPERS, drafts=False, under=LAW)
    written = {one.words.id for one in plan.ready}
    awaited = {one.words.id: [reason.id for reason in one.reasons] for one in plan.awaited}
    assert not written & awaited.keys()
    return awaited


def test_where_a_list_stands_the_opening_waits_for_bids():
    """And not for the list any more."""
    bids, firms = (
        "Berita Acara Pembukaan Dokumen Penawaran",
        [applicant(f"p{n}") for n in (1, 2, 3)],
    )
    over = (deadline("kualifikasi", 5), closing("kualifikasi", 5))
    listed = listing_act("p1", "p2", "p3")

    assert awaits(*over, firms=firms)[bids] == ["penetapan hasil prakualifikasi"]
    assert awaits(*over, listed, firms=firms)[bids] == ["berakhirnya pemasukan dokumen penawaran"]


def test_of_the_next_result_it_is_told_what_is_to_come():
    """The winner leaves; what went out of its determination stands, and is not awaited again."""
    act = award("p1", "p3", number="BA-1/2022")
    agreed = Confirmation(at(27, 10), "withdrawal.effect", "gugur", "LDP huruf W")
    first = (act, MINUTES, ANNOUNCED, gone("p1", "penetapan", day=27), agreed)
    anew = "Surat Penetapan Pemenang", "Pengumuman Pemenang Tender", "Berita Acara Hasil Pemilihan"
    left, determined = awaits(*first), awaits(*first, award("p3", day=28, number="BA-2/2022"))

    assert {f"{name} yang baru" for name in anew} <= left.keys()
    (lacking, *_) = left["Surat Penetapan Pemenang yang baru"]
    assert lacking == "belum ada penetapan pemenang yang sesuai dengan hasil evaluasi"
    assert "Surat Penetapan Pemenang yang baru" not in determined
    (reason, *_) = determined["Berita Acara Hasil Pemilihan yang baru"]
    assert reason.endswith("sesudahnya disusun Berita Acara Hasil Pemilihan yang baru")


def test_after_talks_that_all_failed_the_declaration_is_awaited():
    """No minutes of talks, and no other determination of who had won."""
    told = (price_opening(), WINNER, announced(24), OVER)
    vain = (in_vain("p1", 26), in_vain("p2", 27), in_vain("p3", 28))
    found = evaluated(consulted(*told, *vain, method=Method.KUALITAS_BIAYA))
    plan = planned(found, PAPERS, drafts=False, under=LAW)
    awaited = {one.words.id: one.reasons[0].id for one in plan.awaited}

    declared = "belum ada pernyataan Seleksi gagal yang sesuai dengan hasil evaluasi"
    for name in ("Berita Acara Seleksi Gagal", "Berita Acara Hasil Seleksi"):
        assert awaited[name] == declared
