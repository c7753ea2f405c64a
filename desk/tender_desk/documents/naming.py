"""What a record calls people, stages, lines and figures: names instead of ids."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TypeVar

from attrs import frozen

from tender_desk.documents.kind import Kind
from tender_desk.documents.wording import NOT_KNOWN, vat_of
from tender_engine.declared import Vocabulary
from tender_engine.evaluation import Evaluation
from tender_engine.events import Event
from tender_engine.model import Package, Participant, Price
from tender_engine.numbers import ZERO
from tender_engine.terms import StageId
from tender_engine.vat import rate_of
from tender_rules.words import rupiah, rupiah_exact, score, score_exact, signed, terbilang

__all__ = ["Naming", "descriptions"]

E = TypeVar("E", bound=Event)


@frozen(kw_only=True)
class Naming:
    """`evaluation` in the words of its `kind` of record.

    `words` are those of its rulebook; `lines` are descriptions, by the id of a line of the
    document, or for a line that only a bid has by bidder and id. `exactly` is for who checks every
    figure: then money and scores stand as they are, and not as people read them.
    """

    evaluation: Evaluation
    kind: Kind
    participants: Mapping[str, Participant]
    names: Mapping[str, str]
    words: Vocabulary
    lines: Mapping[str | tuple[str, str], str]
    exactly: bool = False

    @property
    def package(self) -> Package:
        """What was evaluated."""
        return self.evaluation.package

    def who(self, participant: str | None) -> str:
        """The name of a participant."""
        return self.names.get(participant or "", participant or "–")

    def all_of(self, participants: Iterable[str]) -> str:
        """Their names, one after the other."""
        return ", ".join(self.who(name) for name in participants)

    def member(self, member: str) -> str:
        """The name of a member of the panel, or of whoever else is asked."""
        return self._members.get(member) or self.term(member)

    def rule(self, rule: str) -> str:
        """The title of a rule."""
        known = self.evaluation.basis.rules.get(rule)
        return known.title if known else rule

    def stage(self, stage: str) -> str:
        """The title of a stage."""
        return self.kind.said(self.words.said("stage", stage))

    def term(self, word: str) -> str:
        """A term of the regulation in the spelling of a document."""
        return self.words.term(word)

    def awaited(self, needs: str) -> str:
        """What is awaited."""
        return self.kind.said(self.kind.awaited(self.words, needs, self.evaluation.ranked_by))

    def criterion(self, stage: str, criterion: str | None) -> str:
        """The title of what is asked: a criterion of the document, or a named check."""
        name = criterion or "–"
        return self._criteria.get((StageId(stage), name)) or self.term(name)

    @cached_property
    def _members(self) -> Mapping[str, str]:
        return {member.id: member.name for member in self.package.pokja.members}

    @cached_property
    def _criteria(self) -> Mapping[tuple[StageId, str], str]:
        """The titles of all criteria of the document."""
        return {
            (stage, known.id): known.title
            for stage, asked in self.package.tender.requirements.items()
            for known in asked.criteria
        }

    def events(self, kind: type[E]) -> list[E]:
        """The events of one kind, oldest first."""
        return sorted(self.package.happened.of(kind), key=lambda event: (event.at, repr(event)))

    def line(self, line: str, bidder: str) -> str:
        """A line of a bidder's price schedule with its description."""
        said = self.lines.get(line) or self.lines.get((bidder, line))
        return f"{line} {said}" if said else line

    def money(self, amount: Decimal | Fraction) -> str:
        """An amount in figures, to the sen or exactly."""
        return rupiah_exact(amount) if self.exactly else rupiah(amount)

    def amount(self, value: Decimal | None) -> str:
        """An amount of a bid, or that it is not known yet."""
        return NOT_KNOWN if value is None else self.money(value)

    def in_full(self, amount: Decimal) -> str:
        """An amount in figures with its words, as minutes state what binds."""
        return f"{self.money(amount)} ({terbilang(amount)})"

    def signed(self, effect: Decimal) -> str:
        """An effect on a total, with its sign."""
        return signed(effect, exactly=self.exactly)

    def score(self, value: Fraction, places: int) -> str:
        """A score with the decimals that part it from others, or exactly."""
        return score_exact(value) if self.exactly else score(value, places)

    def gap(self, total: Decimal, parts: Iterable[Decimal]) -> Decimal:
        """What shown figures lack of the shown total; nothing where all stand exactly."""
        return ZERO if self.exactly else total - sum(parts, ZERO)

    def vat(self) -> str:
        """The document's general PPN rate, and the rates of lines that it sets apart."""
        hps = self.package.tender.hps
        general = vat_of(hps)
        apart = [line for line in hps.lines or () if rate_of(hps, line) != rate_of(hps)]
        rates = {vat_of(hps, line): rate_of(hps, line) for line in apart}
        said = ", ".join(sorted(rates, key=lambda rate: (rates[rate], rate)))
        return f"{general}, kecuali baris dengan tarif tersendiri ({said})" if said else general


def descriptions(package: Package, bids: Mapping[str, Price]) -> dict[str | tuple[str, str], str]:
    """What each line is, by its id; of a line that only a bid has by bidder and id."""
    said: dict[str | tuple[str, str], str] = {
        line.id: line.description for line in package.tender.hps.lines or ()
    }
    for bidder, bid in bids.items():
        for line in bid.lines or ():
            if line.description and line.id not in said:
                said[bidder, line.id] = line.description
    return said
