"""Parts put together as a record: its title and number, lettered sections, and the root."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from tender.events import Minutes
from tender.trail import root
from tender_rules.documents.blocks import Paragraph, Record, Section, Titled
from tender_rules.documents.closing import trail
from tender_rules.documents.draft import Standing
from tender_rules.documents.view import View
from tender_rules.documents.wording import BLANK, bare_number
from tender_rules.words import clock, day_and_date

__all__ = ["opened", "record"]

_PANEL = "Kelompok Kerja Pemilihan"


def record(
    view: View,
    name: str,
    words: str,
    parts: Iterable[Titled],
    status: Standing,
    *,
    act: Minutes | None = None,
    recipient: tuple[str, ...] = (),
) -> Record:
    """The record called `name`, which opens with `words`; `act` numbers it where there is one."""
    head = root(view.evaluation)
    place, date, time = _when(act)
    return Record(
        title=f"KONSEP {name}" if status.draft else name,
        draft=status.draft,
        internal=view.internal,
        number=bare_number(act.number) if act else BLANK,
        place=place,
        date=BLANK if recipient else date,
        time=time,
        tender=view.package.tender.title,
        opening=(*status.blocks(), Paragraph(words)),
        sections=tuple(_lettered([*parts, _trail(view, head, letter=bool(recipient))])),
        root=head,
        issuer=(view.package.tender.buyer, _PANEL),
        recipient=recipient,
    )


def _trail(view: View, head: str, *, letter: bool) -> Titled:
    """The root of the trail: a section of minutes, a last line of a letter."""
    if letter:
        return "", (Paragraph(f"Akar jejak keputusan: {head}"),)
    return "Jejak Keputusan", trail(head, view.evaluation)


def opened(view: View, name: str, act: Minutes | None = None) -> str:
    """The sentence that minutes called `name` open with."""
    place, date, time = _when(act)
    return (
        f"Pada hari ini, {date}, pukul {time}, bertempat di {place}, Pokja "
        f"Pemilihan yang ditetapkan dengan {view.package.pokja.decree} menyusun {name} "
        f"untuk paket {view.package.tender.title}, dengan hasil sebagai berikut."
    )


def _when(act: Minutes | None) -> tuple[str, str, str]:
    """Place, day and time of day; dotted blanks where people fill them in."""
    if act is None:
        return BLANK, f"{BLANK} tanggal {BLANK}", BLANK
    return act.place, day_and_date(act.at), clock(act.at)


def _lettered(parts: Iterable[Titled]) -> Iterator[Section]:
    """The parts under A, B, C; one without a title stands under no letter."""
    letters = iter(ascii_uppercase)
    for title, blocks in parts:
        yield Section(next(letters) if title else "", title, blocks)
