"""An evaluation as a record looks at it: names instead of ids, titles instead of codes."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from attrs import frozen

from tender.evaluation import Evaluation
from tender.events import Event, Minutes
from tender.findings import Citation, UsedValue, natural
from tender.model import Evidence, Package, Participant, PokjaMember, Price
from tender.seals import Seals
from tender.terms import StageId
from tender.workflow import Stage
from tender_rules.documents import labels
from tender_rules.rulebook import national
from tender_rules.words import number, rupiah

__all__ = [
    "BLANK",
    "View",
    "bare_number",
    "cited",
    "document_clause",
    "numbered",
    "same_value",
    "shown",
    "term",
    "text_of",
    "used_text",
    "value_said",
]

E = TypeVar("E", bound=Event)

BLANK = "." * 20
_NO_TEXT = "tanpa teks"
_NUMBER = re.compile(r"(?:nomor|no\.)\s*:?\s*(?=\S)", re.IGNORECASE)
_ROLES = ("ketua", "sekretaris", "anggota")


@frozen
class View:
    """`evaluation` with the names that its record prints.

    `bids` are the price files that a stage opened; `lines` are descriptions, by the id of a line
    of the document, or for a line that only a bid has by bidder and id.
    """

    evaluation: Evaluation
    participants: Mapping[str, Participant]
    names: Mapping[str, str]
    rules: Mapping[str, str]
    stages: tuple[Stage, ...]
    bids: Mapping[str, Price]
    lines: Mapping[str | tuple[str, str], str]
    internal: bool

    @classmethod
    def of(cls, evaluation: Evaluation, *, internal: bool = False) -> "View":
        """The view of `evaluation`, with titles from the national rulebook."""
        rulebook = national()
        ordered = sorted(evaluation.package.participants, key=lambda who: natural(who.id))
        count = Counter(who.name for who in ordered)
        return cls(
            evaluation,
            {who.id: who for who in ordered},
            {w.id: w.name if count[w.name] == 1 else f"{w.name} ({w.id})" for w in ordered},
            {rule.id: rule.title for rule in rulebook.rules},
            rulebook.procedures[evaluation.procedure].stages,
            bids := _opened(evaluation),
            _descriptions(evaluation.package, bids),
            internal,
        )

    @property
    def package(self) -> Package:
        """What was evaluated."""
        return self.evaluation.package

    @property
    def members(self) -> tuple[PokjaMember, ...]:
        """The panel: chair, secretary, then the others."""
        members = self.package.pokja.members
        return tuple(sorted(members, key=lambda m: (_role_order(m), natural(m.id))))

    def who(self, participant: str | None) -> str:
        """The name of a participant."""
        return self.names.get(participant or "", participant or "–")

    def all_of(self, participants: Iterable[str]) -> str:
        """Their names, one after the other."""
        return ", ".join(self.who(name) for name in participants)

    def member(self, member: str) -> str:
        """The name of a member of the panel, or of whoever else is asked."""
        names = {m.id: m.name for m in self.package.pokja.members}
        return names.get(member) or term(member)

    def rule(self, rule: str) -> str:
        """The title of a rule."""
        return self.rules.get(rule, rule)

    def stage(self, stage: str) -> str:
        """The title of a stage."""
        titles = {str(known.id): known.title for known in self.stages}
        return titles.get(str(stage)) or term(str(stage))

    def criterion(self, stage: str, criterion: str | None) -> str:
        """The title of what is asked: a criterion of the document, or a named check."""
        asked = self.package.tender.asks(StageId(stage)).criteria
        titles = {known.id: known.title for known in asked}
        name = criterion or "–"
        return titles.get(name) or term(name)

    def events(self, kind: type[E]) -> list[E]:
        """The events of one kind, oldest first."""
        found = [event for event in self.package.events if isinstance(event, kind)]
        return sorted(found, key=lambda event: (event.at, repr(event)))

    @property
    def written(self) -> Minutes | None:
        """The act that numbers this record, where there is one."""
        found = [event for event in self.events(Minutes) if event.of == "pemilihan"]
        return found[-1] if found else None

    def told(self, kind: type[E]) -> list[E]:
        """Those that had happened when the record was written; the working paper tells all."""
        found, written = self.events(kind), self.written
        if self.internal or written is None:
            return found
        return [event for event in found if event.at <= written.at]

    def line(self, line: str, bidder: str) -> str:
        """A line of a bidder's price schedule with its description."""
        said = self.lines.get(line) or self.lines.get((bidder, line))
        return f"{line} {said}" if said else line

    def vat(self) -> str:
        """The document's general PPN rate, and the rates of lines that it sets apart."""
        hps = self.package.tender.hps
        rates = {line.vat_percent for line in hps.lines or () if line.vat_percent is not None}
        said = ", ".join(f"{number(rate)}%" for rate in sorted(rates - {hps.vat_percent}))
        general = f"{number(hps.vat_percent)}%"
        return f"{general}, kecuali baris dengan tarif tersendiri ({said})" if said else general

    def value(self, param: str) -> UsedValue:
        """A value of the law in force for this tender."""
        return self.evaluation.law.value(param)

    def value_cited(self, param: str) -> str:
        """The text behind a value of the law."""
        return used_text(self.value(param))


def _opened(evaluation: Evaluation) -> dict[str, Price]:
    """The price files that a stage of the evaluation opened."""
    seals = Seals()
    sealed = {who.id: who.price for who in evaluation.package.participants}
    bids = {}
    for price in evaluation.prices:
        held = sealed[price.participant]
        if held is not None:
            seals.open(price.participant)
            bids[price.participant] = seals.read(price.participant, held)
    return bids


def _descriptions(package: Package, bids: Mapping[str, Price]) -> dict[str | tuple[str, str], str]:
    said: dict[str | tuple[str, str], str] = {
        line.id: line.description for line in package.tender.hps.lines or ()
    }
    for bidder, bid in bids.items():
        for line in bid.lines or ():
            if line.description and line.id not in said:
                said[bidder, line.id] = line.description
    return said


def _role_order(member: PokjaMember) -> int:
    role = (member.role or "").casefold()
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def term(word: str) -> str:
    """A term of the regulation in the spelling of a document."""
    return labels.TERMS.get(word) or word.replace("_", " ")


def bare_number(number: str) -> str:
    """The number of a paper without the word for it, which people write with it.

    >>> bare_number("Nomor: 027/1"), bare_number("no. 5"), bare_number("Nomor")
    ('027/1', '5', 'Nomor')
    """
    return _NUMBER.sub("", number, count=1) if _NUMBER.match(number) else number


def numbered(number: str) -> str:
    """The number of a paper after the word for it, which stands once."""
    return f"Nomor {bare_number(number)}"


def shown(evidence: Iterable[Evidence] | None) -> str:
    """Where something can be looked up, by file and page; nothing where nothing is named."""
    return "; ".join(_page(item) for item in evidence or ())


def _page(item: Evidence) -> str:
    if not item.page:
        return item.file
    return f"{item.file} {'halaman ' if item.page[0].isdigit() else ''}{item.page}"


def document_clause(clause: str) -> str:
    """Where the tender's own document says it."""
    return f"Dokumen Pemilihan {clause}".strip()


def text_of(instrument: str, article: str) -> str:
    """A provision by its name, or that no text for it was read."""
    if instrument == _NO_TEXT:
        return f"teks ketentuan belum dibaca ({article})"
    # "Pasal 39 ayat (4)" follows its instrument; what is only described stands behind a comma.
    return f"{instrument}, {article}" if article[:1].islower() else f"{instrument} {article}"


def used_text(used: UsedValue) -> str:
    """The text behind a value that was used: the document's clause where the document set it."""
    text = text_of(used.instrument, used.article)
    return f"{document_clause(used.clause)}; {text}" if used.clause else text


def cited(citations: Iterable[Citation]) -> str:
    """Provisions, each once, the document's clause before the law's."""
    texts = []
    for citation in citations:
        if citation.clause:
            texts.append(document_clause(citation.clause))
        texts.append(text_of(citation.instrument, citation.article))
    return "; ".join(dict.fromkeys(texts))


def value_said(param: str, value: str) -> str:
    """A value of the law in words: a share in percent, an amount in rupiah, a term in full."""
    _, kind = labels.PARAMS.get(param, ("", "kata"))
    amount = _as_number(value)
    if amount is None:
        return labels.VALUES.get(value) or term(value)
    if kind == "bagian":
        return f"{number(amount.scaleb(2))}%"
    return rupiah(amount) if kind == "rupiah" else number(amount)


def same_value(one: str, other: str) -> bool:
    """Whether two values of the law are the same, `0.5` and `0.50` included."""
    numbers = _as_number(one), _as_number(other)
    return one == other or (numbers[0] is not None and numbers[0] == numbers[1])


def _as_number(value: str) -> Decimal | None:
    try:
        amount = Decimal(value)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
