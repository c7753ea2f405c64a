"""A kind of document, declared; and one put together of an evaluation, for any writer to draw."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from string import ascii_uppercase

from attrs import evolve, frozen

from tender_desk.documents.blocks import Paragraph, Record, Section, Titled
from tender_desk.documents.closing import trail
from tender_desk.documents.draft import Standing
from tender_desk.documents.view import View
from tender_desk.documents.wording import BLANK, bare_number
from tender_engine.declared import Words
from tender_engine.evaluation import Evaluation
from tender_engine.events import Minutes
from tender_engine.model import Participant
from tender_engine.numbers import exact
from tender_engine.trail import root
from tender_rules.stages.standing_acts import called_off
from tender_rules.words import clock, day_and_date

__all__ = ["Audience", "Paper", "paper"]

_PANEL = "Kelompok Kerja Pemilihan"
# Place, day and time of day where people fill them in.
_BLANKS = BLANK, f"{BLANK} tanggal {BLANK}", BLANK
_SECRET = (
    "Kertas kerja ini memuat keterangan yang tidak untuk umum: harga satuan, pendapat "
    "anggota, dan pemberitahuan internal. Hanya untuk Pokja Pemilihan dan pemeriksa yang "
    "berwenang."
)


class Audience(StrEnum):
    """Whom a document is for, which decides what it is given to tell.

    Minutes are public, once they may leave the panel: nothing internal reaches them. A letter goes
    to one participant. A working paper stays inside: it is given everything, every figure exactly,
    and says so at its head.
    """

    PUBLIC = "publik"
    PARTICIPANT = "peserta"
    INTERNAL = "internal"


@frozen
class Paper:
    """A kind of document of the panel, as it is declared and handed to `paper`.

    People ask for it by its `key`; lists of kinds call it by its `words`, and its title too, unless
    `name` says what it is called for an evaluation. `when` says why it is only a draft as yet, and
    raises where there is nothing at all to write. `sections` are its parts in order, and `scope`
    narrows what they look at. `opening` takes the place of the sentence that minutes open with.
    Minutes may be `of_one` participant alone, as a letter always is; `numbered` are those whose
    number, place and time the panel's act gives.
    """

    key: str
    words: Words
    audience: Audience
    when: Callable[[View], Standing]
    sections: Callable[[View], Iterable[Titled]]
    name: Callable[[View], str] | None = None
    scope: Callable[[View], View] | None = None
    opening: Callable[[View], str] | None = None
    of_one: bool = False
    numbered: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether it goes to a participant, without whom it cannot be written."""
        return self.audience is Audience.PARTICIPANT


def paper(evaluation: Evaluation, kind: Paper, participant: str | None = None) -> Record:
    """The document `kind` of `evaluation`; of `participant` alone where one is named.

    Raises:
        KeyError: a letter to nobody, or a document of somebody who is not there.
        ValueError: one participant was named for a document of all.
        NothingToTellError: a letter to somebody who handed in nothing.
    """
    if participant is not None and not (kind.of_one or kind.is_letter):
        raise ValueError(f"{kind.key} is of no participant alone")
    internal = kind.audience is Audience.INTERNAL
    with exact():
        whole = View.of(evaluation, internal=internal, exactly=internal)
        view = evolve(kind.scope(whole) if kind.scope else whole, bidder=participant)
        one = view.participants[participant or ""] if participant or kind.is_letter else None
        return _record(view, kind, one if kind.is_letter else None)


def _record(view: View, kind: Paper, recipient: Participant | None) -> Record:
    """The document in its final order: what a draft says of itself, the parts, the root."""
    status, head = kind.when(view), root(view.evaluation)
    name = kind.name(view) if kind.name else kind.words.id
    titled = name if recipient else name.upper()
    act = view.written if kind.numbered else None
    when = _when(view, act) if kind.numbered else _BLANKS
    place, date, time = when
    parts = [*kind.sections(view), _trail(view, head, letter=kind.is_letter)]
    return Record(
        title=f"KONSEP {titled}" if status.draft else titled,
        draft=status.draft,
        internal=view.internal,
        number=bare_number(act.number) if act else BLANK,
        place=place,
        date=BLANK if recipient else date,
        time=time,
        tender=view.package.tender.title,
        opening=(Paragraph(_opening(view, kind, name, when)),),
        sections=tuple(_lettered(parts)),
        root=head,
        issuer=(view.package.tender.buyer, _PANEL),
        recipient=_addressed(recipient) if recipient else (),
        annex=tuple(Section("", title, blocks) for title, blocks in status.annex()),
    )


def _addressed(who: Participant) -> tuple[str, ...]:
    """To whom a letter goes, line by line."""
    return (f"Pimpinan {who.name}", *([who.address] if who.address else []))


def _opening(view: View, kind: Paper, name: str, when: tuple[str, str, str]) -> str:
    """The sentence that the document opens with."""
    if view.internal:
        return _SECRET
    if kind.opening:
        return kind.opening(view)
    place, date, time = when
    return (
        f"Pada hari ini, {date}, pukul {time}, bertempat di {place}, Pokja "
        f"Pemilihan yang ditetapkan dengan {view.package.pokja.decree} menyusun {name} "
        f"untuk paket {view.package.tender.title}, dengan hasil sebagai berikut."
    )


def _trail(view: View, head: str, *, letter: bool) -> Titled:
    """The root of the trail: a section of minutes, a last line of a letter."""
    if letter:
        return "", (Paragraph(f"Akar jejak keputusan: {head}"),)
    return "Jejak Keputusan", trail(head, view.evaluation)


def _when(view: View, act: Minutes | None) -> tuple[str, str, str]:
    """Place, day and time of day: of the panel's act, or else the day of a pembatalan."""
    if act is not None:
        return act.place, day_and_date(act.at), clock(act.at)
    ended = called_off(view.package)
    return _BLANKS if ended is None else (BLANK, day_and_date(ended.at), BLANK)


def _lettered(parts: Iterable[Titled]) -> Iterator[Section]:
    """The parts under A, B, C; one without a title stands under no letter."""
    letters = iter(ascii_uppercase)
    for title, blocks in parts:
        yield Section(next(letters) if title else "", title, blocks)
