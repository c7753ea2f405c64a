"""The JSON Schemas of what is answered beside an evaluation: what if, and what bidders share."""

from tender_engine.evaluation import State
from tender_engine.findings import READ
from tender_engine.formats.annotated import Annotated
from tender_engine.formats.evaluation_shapes import similarity_shape
from tender_engine.formats.schema_parts import (
    FACTS,
    FLAG,
    ID,
    MOMENT,
    SAID,
    TEXT,
    Schema,
    listed,
    matching,
    one_of,
    or_null,
    titled,
    whole,
)
from tender_engine.formats.teaching import Teacher, document
from tender_engine.rulebook import Rulebook
from tender_engine.terms import PreviousKind
from tender_rules.red_flags.declared import Group
from tender_rules.similar.across.told_once import Why
from tender_rules.whatif.cells import KINDS, RANGES
from tender_rules.whatif.singles import KINDS as SINGLES

__all__ = ["asked_schema", "diagnostic_shape", "similar_schema", "what_if_schema"]

_FRACTION = matching(r"-?(0|[1-9][0-9]*)(/[1-9][0-9]*)?", "4000000/11")
_SHARE = or_null(matching(r"-?[0-9]+\.[0-9]{4}", "0.0213"))
_OUTCOME = titled(
    "Outcome",
    kind=SAID,
    winner=or_null(ID),
    shortlist=listed(ID),
    ground=or_null(SAID),
    codes=listed(SAID),
)
_SET_ASIDE = titled("SetAside", type=SAID, at=MOMENT)


def what_if_schema(rulebook: Rulebook) -> Schema:
    """The schema of what would have changed a result."""
    flip = titled(
        "Flip",
        kind=one_of(*KINDS, *SINGLES),
        subject=SAID,
        now=or_null(TEXT),
        **{"from": TEXT},
        to=TEXT,
        exact=or_null(_FRACTION),
        below=or_null(_OUTCOME),
        at=or_null(_OUTCOME),
        above=or_null(_OUTCOME),
    )
    further = titled("Further", kind=one_of(*KINDS), participant=or_null(ID), cells=whole(1))
    made = titled(
        "WhatIf",
        outcome=_OUTCOME,
        set_aside=listed(_SET_ASIDE),
        flips=listed(flip),
        to_waiting=listed(flip),
        waits_for=listed(SAID),
        steady=FLAG,
        ranges=titled("Ranges", **{kind: {"const": text} for kind, text in RANGES.items()}),
        further=listed(further),
        further_waiting=listed(further),
        unlooked=listed(one_of(*KINDS, *SINGLES)),
    )
    return document("tender-whatif:1", made, Teacher(rulebook))


def asked_schema(rulebook: Rulebook) -> Schema:
    """The schema of the answer to one's own question."""
    asked = titled("Question", place=SAID, value=TEXT, outcome=or_null(_OUTCOME), same=FLAG)
    made = titled("Asked", outcome=_OUTCOME, set_aside=listed(_SET_ASIDE), asked=asked)
    return document("tender-asked:1", made, Teacher(rulebook))


def similar_schema(
    rulebook: Rulebook, diagnostic: Schema | None = None, teacher: Teacher | None = None
) -> Schema:
    """The schema of what bidders share, in one tender or over many.

    Args:
        rulebook: whose words and codes it has.
        diagnostic: the shape of a fault of a package that is refused; by default under any code.
        teacher: who has the words of that shape, where they are not the rulebook's.
    """
    refused = titled("Refused", source=SAID, diagnostics=listed(diagnostic or diagnostic_shape()))
    made = titled(
        "Similar",
        tenders=listed({"anyOf": [_TENDER, refused]}),
        left_out=listed(titled("LeftOut", n=whole(1), why=one_of(*Why), by=whole(1))),
        repeats=listed(titled("Repeats", n=whole(1), of=whole(1), kind=one_of(*PreviousKind))),
        bidders=listed(_BIDDER),
        similarities=listed(_SHARED),
        groups=listed(_GROUP),
        pairs=listed(_PAIR),
        pairs_left_out=whole(0),
        flags=listed(_FLAG),
    )
    return document("tender-similar:1", made, teacher or Teacher(rulebook))


# A participant of one tender among several.
_IN_TENDER = matching("([1-9][0-9]*/)?[A-Za-z0-9._-]{1,64}", "2/p1")
# What is shared by participants of several tenders has a name of its own, and the same words.
_SHARED = Annotated(
    similarity_shape(_IN_TENDER) | {"title": "SimilarityAcross"}, words="Similarity"
)
_OF_MANY = titled("EqualOfMany", count=whole(1), compared=whole(1), lines=listed(ID))
_TENDER = titled(
    "LookedAt",
    n=whole(1),
    source=SAID,
    code=SAID,
    state=one_of(*State),
    winner=or_null(SAID),
    equal_of_many=or_null(_OF_MANY),
)


def diagnostic_shape(code: Schema = SAID) -> Schema:
    """Something that is wrong with a package, under one of the codes that `code` takes."""
    return titled(
        "Diagnostic",
        code=code,
        file=SAID,
        line=whole(0),
        column=whole(0),
        path=TEXT,
        message=SAID,
        hint=TEXT,
        cell=TEXT,
    )


_BID = titled("Bid", n=whole(1), participant=ID)
_BIDDER = titled("Bidder", id=SAID, name=SAID, npwp=or_null(SAID), bids=listed(_BID))
_EDGE = titled("Edge", strong=listed(SAID), weak=listed(SAID))
_GROUP = titled(
    "Group",
    bidders=listed(SAID),
    edges=whole(0),
    cliques=or_null(listed(listed(SAID))),
    cliques_left_out=whole(0),
    cliques_all=FLAG,
)
_ENCOUNTER = titled(
    "Encounter", n=whole(1), ranks=listed(or_null(whole(1))), distance=_SHARE, winner=or_null(SAID)
)
_PAIR = titled(
    "Pair",
    bidders=listed(SAID),
    together=whole(0),
    won=listed(whole(0)),
    encounters=listed(_ENCOUNTER),
    joined_by=or_null(_EDGE),
)
_RAISED = titled(
    "Raised",
    subject=SAID,
    participants=listed(SAID),
    value=_SHARE,
    exact=or_null(_FRACTION),
    facts=FACTS,
)
_FENCES = titled("Fences", q1=_SHARE, q3=_SHARE, lower=_SHARE, upper=_SHARE)
_FOUND = titled(
    "FoundAmong",
    group=one_of(*Group),
    population=whole(0),
    population_least=or_null(whole(0)),
    enough=FLAG,
    left_out={"type": "object", "additionalProperties": whole(0)},
    fences=or_null(_FENCES),
    raised=listed(_RAISED),
)
_FLAG = titled(
    "RedFlag",
    code=SAID,
    title=SAID,
    definition=SAID,
    source=titled("FlagSource", instrument=SAID, article=SAID, source=one_of(*READ), url=SAID),
    thresholds=listed(titled("Threshold", param=SAID, value=TEXT, source=SAID)),
    not_computed=or_null(SAID),
    found=listed(_FOUND),
)
