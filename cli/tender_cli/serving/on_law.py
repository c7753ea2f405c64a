"""Operations that need no package: the law, and the schemas of the formats."""

import datetime as dt
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from tender_cli.law_inputs import law_on
from tender_cli.serving.refusals import RefusedRequestError
from tender_cli.serving.request import UNKNOWN, Answer, Operation, Request
from tender_desk.documents.record import Audience

if TYPE_CHECKING:
    from tender_engine.rulebook import Rulebook

__all__ = ["rules", "schema"]


def rules(request: Request) -> Answer:
    """The law in force on a day, all of a name, or what changed from one day to another."""
    from tender_rules import national

    request.one_way("name", "at", "overlays", "from", "to")
    request.one_way("at", "from", "to")
    law, overlays = national(), request.names("overlays")
    if request.has("from") or request.has("to"):
        days = request.day("from"), request.day("to")
        if None in days:
            raise RefusedRequestError("SRV019", {"left": "from", "right": "to"})
        from tender_cli.law_changes_text import law_changes_dict
        from tender_engine.law_changes import compare_laws

        before, after = (law_on(law, day, overlays) for day in days if day)
        found = compare_laws(law, before, after)
        return Answer(law_changes_dict(law, before, after, found), Audience.PUBLIC)
    if request.has("name"):
        from tender_cli.commands.rules import law_named

        return Answer(law_named(law, request.text("name") or "", unknown=UNKNOWN), Audience.PUBLIC)
    from tender_cli.law_text import law_dict

    on = request.day("at") or dt.datetime.now().astimezone().date()
    return Answer(law_dict(law, law_on(law, on, overlays)), Audience.PUBLIC)


def schema(operations: Mapping[str, Operation], request: Request) -> Answer:
    """The JSON Schema of what goes in, with `operations` as what may be asked, or comes out."""
    from tender_cli.serving import answer_schema as answers
    from tender_cli.serving.request_schema import ALL, SCHEMAS, request_schema
    from tender_engine import evaluation_schema, package_schema
    from tender_engine.formats.teaching import together
    from tender_rules import answer_schemas, national

    made: tuple[Callable[[Rulebook], dict[str, Any]], ...] = (
        package_schema,
        partial(package_schema, strict=True),
        evaluation_schema,
        partial(request_schema, operations),
        answers.answer_schema,
        answers.check_schema,
        answer_schemas.what_if_schema,
        answer_schemas.asked_schema,
        answers.similar_schema,
        *(partial(answers.result_schema, op) for op in answers.RESULTS),
    )
    of, known = request.one_of("of", (*SCHEMAS, ALL)), dict(zip(SCHEMAS, made, strict=True))
    if of != ALL:
        return Answer(known[of](national()), Audience.PUBLIC)
    # Types of amounts that are texts, and no second ones of amounts that may be numbers.
    several = {name: of(national()) for name, of in known.items() if name != SCHEMAS[0]}
    return Answer(together("tender-serve:1", "Formats", several), Audience.PUBLIC)
