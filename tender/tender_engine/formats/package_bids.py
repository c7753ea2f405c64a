"""The shapes of those who bid: who they are, what is known of them, and their sealed price."""

from typing import Any

from tender_engine import clarified, model
from tender_engine import terms as t
from tender_engine.declared import Declarations
from tender_engine.formats.bounds import LINES
from tender_engine.formats.containers import ListOf, MapOf, SealedShape, SealedWhere
from tender_engine.formats.either import TextOr
from tender_engine.formats.fields import (
    AMOUNT,
    EVIDENCE,
    FLAG,
    GROSS,
    ID,
    LINE,
    NAME,
    NET,
    PERCENT,
    POSITIVE,
    PROSE,
    SAID,
    VAT_BASE,
)
from tender_engine.formats.price_lines import PRICE_LINES
from tender_engine.formats.records import Key, Record, named_key, titled
from tender_engine.formats.shapes import Choice, Date, Digest, Shape, Text, Time

__all__ = ["PARTY", "PRICE", "participant_shape", "price_shape"]


def _people(*more: Key, title: str = "") -> ListOf:
    return ListOf(
        TextOr(
            NAME,
            Record(
                model.Person,
                Key("id", ID),
                Key("name", NAME, True),
                Key("nik", Text(40)),
                Key("npwp", Text(40)),
                Key("position", Text(100)),
                Key("share_percent", PERCENT),
                *more,
                title=title,
            ),
        )
    )


_PEOPLE = _people()
_KEY_PEOPLE = _people(Key("certificate", LINE), title="KeyPerson")
_EQUIPMENT = ListOf(
    Record(
        model.Equipment,
        Key("id", ID, True),
        Key("title", NAME, True),
        Key("serial", Text(100)),
        Key("plate", Text(40)),
        Key("owner", NAME),
    )
)

_CONTACT = Record(model.Contact, Key("phone", ListOf(Text(40))), Key("email", ListOf(Text(100))))
_DEED = Record(
    model.Deed,
    Key("number", SAID, True),
    Key("date", Date, True),
    Key("notary", NAME, True),
)
_FILE = Record(
    model.FileProperties,
    Key("file", NAME, True),
    Key("of", Choice(t.PropertiesOf), True),
    Key("author", NAME),
    Key("last_by", NAME),
    Key("company", NAME),
    Key("created", Time),
    Key("modified", Time),
    Key("software", NAME),
)
_FILES = ListOf(SealedWhere(_FILE, "of", t.PropertiesOf.PRICE))
_COMMITMENT = Record(
    model.PriceCommitment,
    Key("alg", Choice(t.CommitmentAlgorithm), True),
    Key("value", Digest("", "PKT121"), True),
)

_COEFFICIENT = Record(
    clarified.Coefficient,
    Key("offered", AMOUNT, True),
    Key("accepted", FLAG),
    Key("agreed", AMOUNT),
    Key("hps", AMOUNT),
)
_BASE_PRICE = Record(
    clarified.BasePrice,
    Key("offered", AMOUNT, about=NET),
    Key("accepted", FLAG),
    Key("market", AMOUNT, about=NET),
    Key("hps", AMOUNT, about=NET),
)
_COMPONENT = Record(
    clarified.Component,
    Key("id", ID, True),
    Key("kind", Choice(t.ComponentKind), True),
    Key("description", LINE, True),
    Key("unit", Text(40), True),
    Key("coefficient", _COEFFICIENT, True),
    Key("price", _BASE_PRICE, True),
)
_ANALYSED_LINE = Record(
    clarified.AnalysedLine,
    Key("id", ID, True),
    Key("components", ListOf(_COMPONENT, least=1)),
    Key("overhead_percent", PERCENT),
    Key("profit_percent", PERCENT),
    Key("unit_price", _BASE_PRICE),
)
_ANALYSED_LINES = ListOf(_ANALYSED_LINE, least=1, most=LINES)
_ANALYSIS = Record(clarified.FairnessAnalysis, Key("lines", _ANALYSED_LINES, True))
_UNBALANCED = Record(
    clarified.Unbalanced,
    Key("id", ID, True),
    Key("outcome", Choice(t.UnbalancedOutcome), True),
    Key("note", PROSE),
)

_YEAR_BY_YEAR = ListOf(AMOUNT, kept=True)
_LIFE_CYCLE = Record(
    model.LifeCycle,
    Key("operating", _YEAR_BY_YEAR, True, about=GROSS),
    Key("maintenance", _YEAR_BY_YEAR, True, about=GROSS),
    Key("residual", AMOUNT, True, about=GROSS),
)


def price_shape(lines: Shape) -> Record:
    """The shape of a price, of which nearly all is its `lines`."""
    return Record(
        model.Price,
        Key("stated_total", POSITIVE, True, about=GROSS),
        Key("vat_percent", PERCENT, True),
        Key("vat_base", VAT_BASE),
        Key("schedule_total", AMOUNT, about=GROSS),
        Key(
            "stated_parts",
            Record(
                model.StatedParts,
                Key("harga_satuan", AMOUNT, True, about=NET),
                Key("lumsum", AMOUNT, True, about=NET),
            ),
        ),
        Key("lines", lines),
        Key("corrected_total", AMOUNT, about=GROSS),
        Key("corrected_by", Choice(t.CorrectedBy)),
        Key("tkdn_percent", PERCENT),
        Key("life_cycle", _LIFE_CYCLE),
    )


PRICE = price_shape(PRICE_LINES)
_SUBMITTED = Record(model.Submitted, *(Key(phase.value, Time) for phase in t.Phase))
PARTY = Record(
    model.Party,
    Key("id", ID, True),
    Key("name", NAME, True),
    Key("kind", Text(100), True),
    Key("officers", _PEOPLE),
    Key("shareholders", _PEOPLE),
)

# Where anything is recorded of a bidder.
_KNOWN_AT = (
    t.StageId.EVALUASI_ADMINISTRASI,
    t.StageId.EVALUASI_KUALIFIKASI,
    t.StageId.EVALUASI_TEKNIS,
    t.StageId.PENYETARAAN_TEKNIS,
    t.StageId.EVALUASI_HARGA,
    t.StageId.PEMBUKTIAN_KUALIFIKASI,
)
_OF_PRICE = (
    Key("kewajaran_harga", SealedShape(_ANALYSIS)),
    Key("timpang", SealedShape(ListOf(_UNBALANCED, most=LINES))),
)


def participant_shape(declared: Declarations, price: Record = PRICE) -> Record:
    """The shape of a bidder under what a rulebook declares, whose prices have the shape `price`."""
    of_member = {stage: _facts(declared, stage, of="MemberFacts") for stage in _KNOWN_AT}
    # The bid and its price are the KSO's, and so is what is known of them.
    of_price = t.StageId.EVALUASI_HARGA
    of_bidder: dict[Any, Shape] = {
        t.StageId.PEMBUKAAN: _facts(declared, t.StageId.PEMBUKAAN),
        **{stage: _facts(declared, stage) for stage in _KNOWN_AT},
        of_price: _facts(declared, of_price, *_OF_PRICE),
    }
    own = tuple(named_key(check.key, check.fact) for check in declared.on_business)
    member = Record(
        model.Member,
        Key("id", ID, True),
        Key("name", NAME, True),
        Key("npwp", Text(40)),
        *own,
        Key("share_percent", PERCENT),
        Key("lead", FLAG),
        Key("facts", MapOf(of_member, title="MemberFactsByStage")),
    )
    return Record(
        model.Participant,
        Key("id", ID, True),
        Key("name", NAME, True),
        Key("npwp", Text(40)),
        *own,
        Key("submitted", _SUBMITTED),
        Key("members", ListOf(member)),
        Key("officers", _PEOPLE),
        Key("shareholders", _PEOPLE),
        Key("key_personnel", _KEY_PEOPLE),
        Key("equipment", _EQUIPMENT),
        Key("address", LINE),
        Key("contact", _CONTACT),
        Key("bank_accounts", ListOf(Text(100))),
        Key("deeds", ListOf(_DEED)),
        Key("file_metadata", _FILES),
        Key("price_commitment", _COMMITMENT),
        Key("facts", MapOf(of_bidder, title="FactsByStage")),
        Key("price", SealedShape(price)),
    )


def _facts(declared: Declarations, stage: t.StageId, *keys: Key, of: str = "Facts") -> Record:
    checks = [check for check in declared.at(stage) if check.fact and not check.on_business]
    named = (named_key(c.key, c.fact) for c in sorted(checks, key=lambda check: check.order))
    refused = dict.fromkeys(declared.refused_checks.get(stage, ()), "PKT025")
    keys = (*named, *keys, Key("evidence", EVIDENCE))
    return Record(model.Facts, *keys, refused=refused, title=of + titled(stage))
