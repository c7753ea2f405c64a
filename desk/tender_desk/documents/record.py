"""A kind of document, declared; and one put together of an evaluation, for any writer to draw."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from string import ascii_uppercase

from attrs import evolve, frozen

from tender_desk.documents.blocks import (
    Block,
    Paragraph,
    Record,
    Section,
    Signatory,
    Signatures,
    SignedOff,
    Titled,
)
from tender_desk.documents.closing import trail
from tender_desk.documents.draft_reasons import Reason, Standing, on_screen
from tender_desk.documents.due import READY, Due, NothingToTellError
from tender_desk.documents.office import Office
from tender_desk.documents.particulars import (
    Particulars,
    nothing_recorded,
    recorded,
)
from tender_desk.documents.stood import root_then, when_final
from tender_desk.documents.telling import Telling, nothing_told
from tender_desk.documents.view import Moments, View
from tender_desk.documents.wording import BLANK
from tender_engine.declared import Words
from tender_engine.evaluation import Evaluation
from tender_engine.numbers import exact
from tender_engine.rulebook import Rulebook
from tender_rules.repeats.holding import hold
from tender_rules.words import long_date

__all__ = ["Audience", "Paper", "paper", "record_of", "view_for", "view_of"]

_PANEL = "Kelompok Kerja Pemilihan"
_OF_OFFICE = ("Nama", "Jabatan", "NIP")
_ROOT_OF_ITS_DAY = (
    "Akar jejak keputusan dokumen ini tercetak pada yang ditandatangani pada harinya. Paket yang "
    "sekarang memuat pula apa yang masuk sesudahnya, maka akarnya tidak dimuat di sini."
)
_UNDATED = Reason(
    "tanggalnya belum dicatat, sehingga yang dimuatnya masih dapat bertambah",
    "its day is not recorded, so that what it tells may still grow",
    "surat",
)
_SECRET = (
    "Kertas kerja ini memuat keterangan yang tidak untuk umum: harga satuan, pendapat "
    "anggota, dan pemberitahuan internal. Hanya untuk Pokja Pemilihan dan pemeriksa yang "
    "berwenang."
)


class Audience(StrEnum):
    """Whom a document is for, which decides what it is given to tell.

    Minutes are public, once they may leave the panel: nothing internal reaches them. What is for a
    `PARTICIPANT` tells of that one alone; what is for an `OFFICIAL`, the PPK or the PA, tells what
    minutes do before others may read them. A working paper stays inside: it is given everything,
    every figure exactly, and says so at its head.
    """

    PUBLIC = "publik"
    OFFICIAL = "pejabat"
    PARTICIPANT = "peserta"
    INTERNAL = "internal"


@frozen
class Paper:
    """A kind of document of the panel, as it is declared and handed to `paper`.

    People ask for it by its `key`; lists of kinds call it by its `words`, and its title too, unless
    `name` says what it is called for an evaluation.

    Attributes:
        due: whether it may be written at all, and what it waits for.
        when: why it is only a draft as yet.
        sections: its parts in order; one without a title stands under no heading.
        scope: narrows what the parts look at; `of_bidder` does once it is known whom it is of.
        opening: takes the place of the sentence that minutes open with.
        of_one: whether minutes may be of one participant alone.
        early: whether it goes out before a result is announced, and tells of none.
        held: when what it holds was judged, asked or done: it looks at what was recorded when it
            was final first after the last of it.
        older: of what tells only what came before whatever undid a result, the moments of what it
            holds: what of it was public stays so.
        renewed: whether there is another of the next result: what is to come is told beside it.
        growing: whether what it tells grows with the record, of which only its day is the end: as
            long as nobody said that, it is a draft.
        paged: whether each part under a heading, but the first, begins a page.
        tells: the moments of what it tells, before which it cannot be there.
        told_by: what an act says of its number, place, day and people. A `surat` of its key goes
            before that, and the pattern of the office fills in what nobody numbered.
        addressed_to: to whom a letter goes, line by line; what goes to nobody has a title instead.
        rooted: whether the root of the package as it is now is that of the paper; one of an earlier
            day, to which more was added since, has none but on what was signed then.
        copies: who gets one, unless the office says so itself.
        signed_by: who signs below what is no minutes: in these the parts hold the lines to sign on.
    """

    key: str
    words: Words
    audience: Audience
    when: Callable[[View], Standing]
    sections: Callable[[View], Iterable[Titled]]
    name: Callable[[View], str] | None = None
    scope: Callable[[View], View] | None = None
    of_bidder: Callable[[View], View] | None = None
    opening: Callable[[View], str] | None = None
    of_one: bool = False
    early: bool = False
    held: Callable[[View], Iterable[datetime]] | None = None
    older: Callable[[View], Iterable[datetime]] | None = None
    due: Callable[[View], Due] = lambda _: READY
    tells: Telling = nothing_told
    told_by: Callable[[View], Particulars] = nothing_recorded
    addressed_to: Callable[[View], tuple[str, ...]] | None = None
    signed_by: Callable[[View], tuple[Signatory, ...]] | None = None
    copies: Callable[[View], tuple[str, ...]] = lambda _: ()
    growing: bool = False
    paged: bool = False
    renewed: Callable[[View], bool] = lambda _: False
    rooted: bool = True

    @property
    def of_each(self) -> bool:
        """Whether it is of a participant, without whom it cannot be written."""
        return self.audience is Audience.PARTICIPANT

    def called(self, view: View) -> Words:
        """What it is called for what `view` shows."""
        return evolve(self.words, id=self.name(view)) if self.name else self.words

    def moments(self, view: View) -> list[datetime]:
        """When what it tells happened."""
        return [at for at in self.tells(view.looked_at, view.bidder) if at is not None]

    def is_final(self, view: View) -> bool:
        """Whether it may be written of what a view shows, and lacks nothing but perhaps its day."""
        return self.due(view).reason is None and not self._lacking(view).draft

    def held_by_its_day(self, view: View) -> list[datetime]:
        """The moments of what it holds; where its day is known, of what it held by then."""
        held = [*self.held(view)] if self.held else []
        day = recorded(view, self.key, self.told_by(view)).dated
        return [at for at in held if day is None or at.date() <= day] or held

    def standing(self, view: View) -> Standing:
        """Why it is only a draft as yet; of what grows that is so until its day is known."""
        found = self._lacking(view)
        day = recorded(view, self.key, self.told_by(view)).dated
        if day is None and self.growing and not found.draft:
            return evolve(found, reasons=(_UNDATED,), what=self.words.id.lower())
        return found

    def _lacking(self, view: View) -> Standing:
        """What it lacks beside its day; one that bears an earlier day than what it tells does."""
        found = self.when(view)
        day = recorded(view, self.key, self.told_by(view)).dated
        last = max(self.moments(view), default=None)
        if day is None or last is None or day >= last.date():
            return found
        why = Words(
            f"tanggalnya, {long_date(day)}, mendahului yang dimuatnya, {long_date(last)}",
            f"its day, {day}, is before what it tells, of {last.date()}",
        )
        return evolve(found, reasons=(*found.reasons, why))


def paper(
    evaluation: Evaluation,
    kind: Paper,
    participant: str | None = None,
    *,
    before: Evaluation | None = None,
    under: Rulebook | None = None,
) -> Record:
    """The document `kind` of `evaluation`; of `participant` alone where one is named.

    A repeat is held against the evaluation `before` it, where that is given, and shows it. With the
    rulebook that it was made `under`, minutes of a result that was undone are as they were.

    Raises:
        KeyError: it is of each participant and nobody is named, or somebody who is not there.
        ValueError: one participant was named for a document of all.
        NothingToTellError: it cannot be written of this dossier; it says why.
        PackageRefusedError: it is not the repeat of `before`; `faults` says why.
    """
    hold(before, evaluation)
    if participant is not None and not (kind.of_one or kind.of_each):
        raise ValueError(f"{kind.key} is of no participant alone")
    with exact():
        view = view_for(evaluation, kind, before, under)
        if participant is not None or kind.of_each:
            view.participants[participant or ""]
        return record_of(view_of(view, kind, participant), kind)


def view_for(
    evaluation: Evaluation,
    kind: Paper,
    before: Evaluation | None = None,
    under: Rulebook | None = None,
    moments: Moments | None = None,
) -> View:
    """What the document looks at, of all participants; `before` is the one that it repeats.

    In `moments` is kept what was evaluated of an earlier one, for other documents too.
    """
    internal = kind.audience is Audience.INTERNAL
    whole = View.of(
        evaluation,
        internal=internal,
        exactly=internal,
        before=before,
        under=under,
        moments=moments,
    )
    return kind.scope(whole) if kind.scope else whole


def view_of(view: View, kind: Paper, bidder: str | None) -> View:
    """What the document looks at where it is of this participant, or of all."""

    def scoped(then: View) -> View:
        found = evolve(kind.scope(then) if kind.scope else then, bidder=bidder)
        return kind.of_bidder(found) if kind.of_bidder and bidder else found

    found = evolve(view, bidder=bidder)
    found = kind.of_bidder(found) if kind.of_bidder and bidder else found
    if kind.held is None:
        return found
    return when_final(found, kind.held_by_its_day(found), scoped, kind.is_final)


def record_of(view: View, kind: Paper) -> Record:
    """The document of what its view shows, in its final order: the parts, the root.

    Raises:
        NothingToTellError: it cannot be written; it says why.
    """
    reason = kind.due(view).reason
    if reason is not None:
        raise NothingToTellError(reason)
    status, head = kind.standing(view), root_then(view) if kind.rooted or view.stood else ""
    name = kind.called(view).id
    recipient = kind.addressed_to(view) if kind.addressed_to else ()
    titled = name if recipient else name.upper()
    told = recorded(view, kind.key, kind.told_by(view))
    place, date, time = told.when
    parts = _ended(
        [*kind.sections(view)], tuple(_signing(view, kind, told, letter=bool(recipient)))
    )
    return Record(
        title=f"KONSEP {titled}" if status.draft else titled,
        draft=status.draft,
        internal=view.internal,
        number=told.number,
        place=place,
        date=told.day if recipient else date,
        time=time,
        tender=view.package.tender.title,
        opening=(Paragraph(_opening(view, kind, name, told)),),
        sections=tuple(_lettered([*parts, _trail(view, head, kind)], paged=kind.paged)),
        root=head,
        issuer=(view.package.tender.buyer, _PANEL),
        recipient=recipient,
        annex=tuple(Section("", title, blocks) for title, blocks in status.annex()),
        lacks=tuple(on_screen(view, reason) for reason in status.reasons),
    )


def _signing(view: View, kind: Paper, told: Particulars, *, letter: bool) -> Iterator[Block]:
    """Who signs below it, where and when unless a letter's head says that, and who gets a copy."""
    office = Office.of(view.package)
    if kind.signed_by:
        own = tuple(Signatory(s.name, s.role, s.nip or "") for s in office.signatories(kind.key))
        lines = own or kind.signed_by(view)
        where = "" if letter else f"{told.place or BLANK}, {told.day}"
        if len(lines) == 1:
            yield SignedOff(lines[0], where)
        else:
            if where:
                yield Paragraph(where)
            yield Signatures(lines, _OF_OFFICE)
    if copies := office.copies(kind.key) or kind.copies(view):
        yield Paragraph("Tembusan:")
        yield from (Paragraph(f"{number}. {one}") for number, one in enumerate(copies, 1))


def _ended(parts: list[Titled], signing: tuple[Block, ...]) -> list[Titled]:
    """The parts with the signature in the last of them, if that has no heading."""
    if not signing:
        return parts
    if parts and not parts[-1][0]:
        return [*parts[:-1], ("", (*parts[-1][1], *signing))]
    return [*parts, ("", signing)]


def _opening(view: View, kind: Paper, name: str, told: Particulars) -> str:
    """The sentence that the document opens with."""
    if view.internal:
        return _SECRET
    if kind.opening:
        return kind.opening(view)
    place, date, time = told.when
    return (
        f"Pada hari ini, {date}, pukul {time}, bertempat di {place}, Pokja "
        f"Pemilihan yang ditetapkan dengan {view.package.pokja.decree} menyusun {name} "
        f"untuk paket {view.package.tender.title}, dengan hasil sebagai berikut."
    )


def _trail(view: View, head: str, kind: Paper) -> Titled:
    """The root of the trail: a section of minutes, a last line of what is signed at its end."""
    if not head:
        return "Jejak Keputusan", (Paragraph(_ROOT_OF_ITS_DAY),)
    if kind.signed_by:
        return "", (Paragraph(f"Akar jejak keputusan: {head}"),)
    return "Jejak Keputusan", trail(head, view.evaluation)


def _lettered(parts: Iterable[Titled], *, paged: bool) -> Iterator[Section]:
    """The parts under A, B, C; one without a title stands under no letter."""
    letters = iter(ascii_uppercase)
    for title, blocks in parts:
        letter = next(letters) if title else ""
        yield Section(letter, title, blocks, fresh=paged and letter > ascii_uppercase[0])
