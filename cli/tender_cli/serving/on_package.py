"""Operations on one package: check, evaluate, explain, reasons, bahp."""

import base64
from typing import TYPE_CHECKING, Any

from tender_cli.inputs import bidder_of, judge, repeats
from tender_cli.serving.refusals import refused_for
from tender_cli.serving.request import UNKNOWN, Answer, Request, evaluated, judged, reading
from tender_desk.documents.record import Audience

if TYPE_CHECKING:
    from tender_desk.documents.blocks import Record
    from tender_desk.documents.record import Paper
    from tender_engine.evaluation import Evaluation

__all__ = ["FORMATS", "bahp", "check", "evaluate", "explain", "reasons"]

FORMATS = ("markdown", "json", "docx")


def check(request: Request) -> Answer:
    """All that is wrong with a package, or the state of its evaluation."""
    from tender_cli.answers import check_dict

    found = reading(request.texts["package"], "package")
    evaluation, told = judge(found)
    if request.has("previous"):
        told += repeats(found, evaluation, reading(request.texts["previous"], "previous"))[1]
    return Answer(check_dict(found, evaluation, told), Audience.INTERNAL)


def evaluate(request: Request) -> Answer:
    """`tender-evaluation/1`."""
    from tender_cli.answers import evaluated_dict

    return Answer(evaluated_dict(_repeat(request)[0]), Audience.INTERNAL)


def _repeat(request: Request) -> "tuple[Evaluation, Evaluation | None]":
    """The evaluation, held against that of `previous` where that is given."""
    found, new = judged(request.texts["package"], "package")
    if not request.has("previous"):
        return new, None
    old, told = repeats(found, new, reading(request.texts["previous"], "previous"))
    if old is None:
        raise refused_for(told)
    return new, old


def explain(request: Request) -> Answer:
    """What came of one participant; or what a code, or a name of the law, means."""
    request.one_way("topic", "package", "participant", needed=True)
    if request.has("topic"):
        from tender_cli.commands.explain import topic_dict

        return Answer(topic_dict(request.text("topic") or "", unknown=UNKNOWN), Audience.PUBLIC)
    from tender_cli.answers import about_dict

    evaluation = evaluated(request)
    who = bidder_of(evaluation, request.text("participant"), unnamed="serve.which_participant")
    return Answer(about_dict(evaluation, who.id), Audience.INTERNAL)


def reasons(request: Request) -> Answer:
    """The paragraphs to paste into SPSE, of everybody or of one."""
    from tender_cli.answers import reasons_dict
    from tender_desk.documents.reasons import reasons as found_in

    evaluation, participant = evaluated(request), request.text("participant")
    if participant is not None:
        participant = bidder_of(evaluation, participant, unnamed="serve.which_participant").id
    return Answer(reasons_dict(found_in(evaluation, participant)), Audience.INTERNAL)


def bahp(request: Request) -> Answer:
    """A document of the panel: its text, its data, or a Word file in Base64."""
    from tender_cli.commands.bahp import check_asked, record_of
    from tender_desk.documents.papers import BAHP, PAPERS

    kinds = {kind.key: kind for kind in PAPERS}
    document = kinds[request.one_of("document", [BAHP.key, *kinds])]
    form = request.one_of("format", FORMATS)
    participant, internal = request.text("participant"), request.flag("internal")
    check_asked(document, participant, form, None, internal=internal)
    evaluation, before = _repeat(request)
    record = record_of(evaluation, document, participant, before, internal=internal)
    told = {
        "document": document.key,
        "title": record.title,
        "draft": record.draft,
        "secret": record.secret,
        "lacks": [lack.id for lack in record.lacks],
    }
    return Answer(told | {form: _drawn(record, form)}, _audience(document, record))


def _audience(document: "Paper", record: "Record") -> Audience:
    """Whom a document is for, once it is final and no longer secret; until then those inside."""
    if record.internal or record.draft or record.secret:
        return Audience.INTERNAL
    return document.audience


def _drawn(record: "Record", form: str) -> Any:
    if form == "docx":
        from tender_cli.documents import as_docx

        return base64.b64encode(as_docx(record, None)).decode("ascii")
    if form == "json":
        from tender_desk.documents.as_json import bahp_dict

        return bahp_dict(record)
    from tender_desk.documents.markdown import markdown

    return markdown(record)
