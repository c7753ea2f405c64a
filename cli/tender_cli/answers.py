"""What a command finds as plain values: what `--json` prints and a program is answered."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tender_cli.attached_screen import attached_json, skipped_json
from tender_cli.doubts_screen import doubts_json
from tender_cli.inputs import as_diagnostics
from tender_cli.messages import language

if TYPE_CHECKING:
    from tender_desk.documents.reasons import Reason
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic, FaultText
    from tender_engine.formats.typed_evaluation import EvaluationDict
    from tender_rules.similar.across.overview import Overview
    from tender_rules.similar.across.who_is_who import Given

__all__ = [
    "about_dict",
    "check_dict",
    "code_dict",
    "comparison_of",
    "evaluated_dict",
    "reasons_dict",
    "refused_list",
    "similar_dict",
    "texts",
]


def check_dict(
    reading: "FileReading", evaluation: "Evaluation | None", told: "Sequence[Diagnostic]"
) -> dict[str, Any]:
    """All that is wrong with a package, its state, and how attached schedules were read.

    What is `doubted` of the sheets of a workbook refuses nothing.
    """
    state = None if evaluation is None else evaluation.state
    answer: dict[str, Any] = {"diagnostics": as_diagnostics(told), "state": state}
    if reading.attached:
        answer["attached"] = attached_json(reading)
    if reading.skipped:
        answer["skipped"] = skipped_json(reading.skipped)
    if doubted := () if reading.package is None else reading.doubted(language()):
        answer["doubted"] = as_diagnostics(doubted)
    return answer if evaluation is None else answer | doubts_json(reading, evaluation)


def evaluated_dict(evaluation: "Evaluation") -> "EvaluationDict":
    """`tender-evaluation/1`, with what bidders share."""
    from tender_engine.formats.evaluation_writing import evaluation_dict
    from tender_rules.similar.finding import similarities_of

    return evaluation_dict(evaluation, similarities_of(evaluation))


def about_dict(evaluation: "Evaluation", participant: str) -> dict[str, Any]:
    """What an evaluation says about one participant, and every formula with their numbers."""
    from tender_engine.formats.evaluation_writing import evaluation_dict
    from tender_rules.formulas import formulas_of

    made = formulas_of(evaluation, participant)
    formulas = [{"label": formula.label, "text": formula.text} for formula in made]
    return _about(participant, evaluation_dict(evaluation)) | {"formulas": formulas}


def _about(participant: str, whole: Mapping[str, Any]) -> dict[str, Any]:
    lists = ("prices", "scores", "ranking", "awaiting", "notices")
    stages = [
        {"stage": stage["id"], **verdict}
        for stage in whole["stages"]
        for verdict in stage["verdicts"]
        if verdict["participant"] == participant
    ]
    mine = {
        name: [item for item in whole[name] if item["participant"] == participant] for name in lists
    }
    return {"participant": participant, "stages": stages, **mine}


def texts() -> "Mapping[str, FaultText]":
    """The words of every code that a diagnostic or an answer may have."""
    from tender_cli.serving.refusals import SERVE_TEXTS
    from tender_desk.batch.telling import BATCH_TEXTS
    from tender_desk.documents.word.kop_error import KOP_TEXTS
    from tender_desk.ocds.faults import OCDS_TEXTS
    from tender_desk.reader_texts import TEXTS as READER
    from tender_desk.spse.page_values import PAGE_TEXTS
    from tender_engine.log_remarks import LOG_TEXTS
    from tender_rules.objections import OBJECTION_TEXTS as LAW
    from tender_rules.overlay_error import OVERLAY_TEXTS
    from tender_rules.whatif.own_question import WHATIF_TEXTS

    of_files = {**READER, **LAW, **LOG_TEXTS, **KOP_TEXTS, **PAGE_TEXTS}
    of_many = {**BATCH_TEXTS, **OCDS_TEXTS, **SERVE_TEXTS}
    return {**of_files, **of_many, **OVERLAY_TEXTS, **WHATIF_TEXTS}


def code_dict(code: str) -> dict[str, str]:
    """The words of the code of a fault."""
    words = texts()[code]
    return {"code": code, "message": words.message(language()), "hint": words.hint(language())}


def comparison_of(
    names: tuple[str, str], evaluations: "tuple[Evaluation, Evaluation]"
) -> dict[str, Any]:
    """What was compared, and all that differs."""
    from tender_engine.comparing import compare
    from tender_engine.formats.comparison import comparison_dict

    sides = map(_side, names, evaluations)
    found = comparison_dict(compare(*evaluations))
    return dict(zip(("from", "to"), sides, strict=True)) | found


def _side(name: str, evaluation: "Evaluation") -> dict[str, Any]:
    from tender_engine.formats.canonical import package_digest

    law = evaluation.law
    return {
        "file": name,
        "code": evaluation.package.tender.code,
        "announced_on": law.day.isoformat(),
        "package": package_digest(evaluation.given),
        "rulebook": law.regime.id,
        "title": law.regime.title,
        "overlays": list(law.overlays),
    }


def reasons_dict(found: "Iterable[Reason]") -> dict[str, Any]:
    """A paragraph for each participant and stage."""
    return {"reasons": [_reason(reason) for reason in found]}


def _reason(reason: "Reason") -> dict[str, Any]:
    return {
        "participant": reason.participant,
        "name": reason.name,
        "stage": str(reason.stage),
        "mark": reason.mark or None,
        "verdict": str(reason.verdict),
        "text": reason.text,
    }


def similar_dict(
    given: "list[Given]", refused: "list[tuple[str, tuple[Diagnostic, ...]]]"
) -> dict[str, Any]:
    """What is the same within and between tenders, red flags, and which tenders were refused."""
    from tender_rules.red_flags.flag_writing import flags_list
    from tender_rules.red_flags.looking import red_flags
    from tender_rules.similar.across.overview import overview_of
    from tender_rules.similar.across.overview_writing import nothing_dict, overview_dict

    if not given:
        return nothing_dict() | {"flags": [], "tenders": refused_list(refused)}
    overview: Overview = overview_of(given)
    flags = flags_list(red_flags(overview), overview.ask.law)
    answer = overview_dict(overview) | {"flags": flags}
    answer["tenders"] += refused_list(refused)
    return answer


def refused_list(refused: "list[tuple[str, tuple[Diagnostic, ...]]]") -> list[dict[str, Any]]:
    """Tenders that could not be evaluated, and why."""
    return [{"source": source, "diagnostics": as_diagnostics(told)} for source, told in refused]
