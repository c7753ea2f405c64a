"""The shapes of the law as it is told: in force, by name, and what changed of it."""

from tender_engine.findings import Source
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.evaluation_shapes import CITATION, DAY, DIGEST, STAGE
from tender_engine.formats.schema_parts import (
    FLAG,
    SAID,
    TEXT,
    Schema,
    changed,
    listed,
    one_of,
    one_or_other,
    or_null,
    titled,
)
from tender_engine.law import Local
from tender_engine.terms import Canceller, Decider, Subject

__all__ = ["LAW_TOLD", "NAMED"]


# A setting of the house is a value too, and is read nowhere.
_SOURCE, _LOCAL = one_of(*Source), one_of(*Local)
_AT_ONCE: Schema = {"const": "segera"}
_PASSAGE = titled("Passage", instrument=SAID, article=SAID, source=_SOURCE)
_VALUE = titled(
    "ValueInForce",
    param=SAID,
    value=TEXT,
    variant=or_null(SAID),
    instrument=SAID,
    article=SAID,
    since=DAY,
    source=_SOURCE,
    local=_LOCAL,
    set_by=SAID,
)
_ENTRY = titled(
    "ValueEntry",
    param=SAID,
    value=TEXT,
    variant=or_null(SAID),
    default=FLAG,
    instrument=SAID,
    article=SAID,
    since=DAY,
    until=or_null(DAY),
    source=_SOURCE,
    checked=DAY,
    local=_LOCAL,
    set_by=SAID,
    place=SAID,
    note=TEXT,
)
_OF_VALUE: dict[str, Schema] = {"param": SAID, "entries": listed(_ENTRY, minItems=1)}
_OF_RULE: dict[str, Schema] = {
    "rule": SAID,
    "title": SAID,
    "meaning": SAID,
    "since": DAY,
    "until": or_null(DAY),
    "check": or_null(SAID),
    "citations": listed(_PASSAGE, minItems=1),
    "values": listed(SAID),
}
_RULE = titled("LawRule", **_OF_RULE)
_GROUND = titled(
    "LawGround",
    ground=SAID,
    title=SAID,
    of=one_of(*Subject),
    declared_by=one_of(*Decider),
    effective={"anyOf": [_AT_ONCE, SAID]},
    next=or_null(SAID),
    computed=FLAG,
    citations=listed(_PASSAGE, minItems=1),
)
_CANCELLED = titled(
    "EndByDecision",
    ground={"const": "pembatalan"},
    title=SAID,
    of=one_of(*Subject),
    declared_by=listed(one_of(*Canceller)),
    effective=_AT_ONCE,
    next=Annotated({"type": "null"}),
    computed=FLAG,
    citations=listed(_PASSAGE, maxItems=0),
)
# All that the law may have under one name; a rule and the value that it turns on may share it.
NAMED = (
    titled("NamedValue", **_OF_VALUE),
    _RULE,
    Annotated(titled("RuleAndValue", **_OF_RULE, **_OF_VALUE), words="LawRule"),
    _GROUND,
    _CANCELLED,
    titled("NamedCheck", check=SAID, title=SAID, stage=STAGE, rules=listed(_RULE, minItems=1)),
    titled("LawPage", topic=SAID, page=SAID),
)
_IN_FORCE = titled(
    "LawInForce",
    rulebook=SAID,
    title=SAID,
    since=DAY,
    version=SAID,
    digest=or_null(DIGEST),
    overlays=listed(SAID),
    values=listed(_VALUE),
    rules=listed(_RULE),
)


_SIDE = titled("LawOnDay", day=DAY, rulebook=SAID, title=SAID, overlays=listed(SAID))
_REGIME = titled("Regime", rulebook=SAID, title=SAID, since=DAY, notice=TEXT)
_AMENDMENT = titled("Amendment", instrument=SAID, amends=SAID, since=DAY, read=listed(SAID))
_INSTRUMENT = titled(
    "Instrument", instrument=SAID, since=or_null(DAY), until=or_null(DAY), why=TEXT
)
_CITED = titled("CitedAs", citations=listed(CITATION))
_CHANGES = titled(
    "LawChanges",
    version=SAID,
    digest=or_null(DIGEST),
    **{"from": _SIDE},
    to=_SIDE,
    regimes=listed(changed("RegimeChange", _REGIME)),
    amendments=listed(changed("AmendmentChange", _AMENDMENT)),
    instruments=listed(changed("InstrumentChange", _INSTRUMENT)),
    values=listed(changed("ValueChange", _VALUE, param=SAID)),
    rules=listed(changed("RuleChange", _CITED, rule=SAID, title=SAID)),
)
LAW_TOLD = one_or_other("LawTold", _IN_FORCE, _CHANGES, *NAMED)
