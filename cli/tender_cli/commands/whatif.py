"""`tender whatif`: what would have changed a result, or the answer to one's own question."""

from typing import TYPE_CHECKING

from tender_cli.command import argument, command, option
from tender_cli.inputs import as_diagnostics, evaluated, folder_of, refused
from tender_cli.local_standards import law_of_package
from tender_cli.messages import language
from tender_cli.output import print_json
from tender_cli.tables import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic, Fault
    from tender_engine.rulebook import Rulebook
    from tender_rules import Asked

__all__ = ["what_is_wrong", "whatif"]

_EXIT_WAITING = 3
_SET = "--set"


@command("whatif")
@argument("path")
@option("--set", "question", metavar="PLACE=VALUE")
@option("--json", "as_json", is_flag=True)
def whatif(path: str, question: str | None, as_json: bool) -> int:
    """Tell what would change the result, one thing at a time."""
    evaluation = evaluated(path, as_json=as_json)
    law = law_of_package(evaluation.given, folder_of(path))
    if question is not None:
        return _asked(evaluation, law, question, as_json=as_json)
    from tender_rules import flips, what_if_dict

    found = flips(evaluation.given, law)
    if as_json:
        print_json(what_if_dict(found))
    else:
        from tender_cli.whatif_screen import print_what_if

        print_what_if(found, evaluation, page())
    return 0 if found.outcome.decided else _EXIT_WAITING


def _asked(evaluation: "Evaluation", law: "Rulebook", question: str, *, as_json: bool) -> int:
    from tender_cli.whatif_question import put
    from tender_engine.faults import Fault
    from tender_rules import asked_dict

    place, equals, value = question.partition("=")
    # A name of the law or a place holds no sign of equality, but what somebody is called may.
    if not equals or not place:
        fault = Fault("WIF005", (), {"value": question})
        _refuse([_diagnostic(fault, _SET)], as_json=as_json)
    made = put(evaluation, law, place.strip(), value.strip())
    found = made.asked
    if found.faults:
        _refuse(what_is_wrong(found, _SET), as_json=as_json)
    if as_json:
        print_json(asked_dict(found, made.place, made.value))
    else:
        from tender_cli.whatif_screen import print_asked

        print_asked(made, evaluation, page())
    return 0 if found.before.decided else _EXIT_WAITING


def what_is_wrong(found: "Asked", name: str) -> "Sequence[Diagnostic]":
    """All that is wrong with a question, shown as `name`, or with the package that it makes."""
    if found.reading is not None:
        return found.reading.diagnose(lang=language())
    return [_diagnostic(fault, name) for fault in found.faults]


def _diagnostic(fault: "Fault", name: str) -> "Diagnostic":
    from tender_engine.faults import Diagnostic, filled_in
    from tender_rules import WHATIF_TEXTS

    words = WHATIF_TEXTS[fault.code]
    message = words.message(language()).format_map(fault.params)
    hint = filled_in(words.hint(language()), fault.params)
    return Diagnostic(fault.code, name, 1, 1, "", message, hint)


def _refuse(diagnostics: "Sequence[Diagnostic]", *, as_json: bool) -> None:
    """Tell every fault.

    Raises:
        InvalidPackageError: always.
    """
    if as_json:
        print_json({"diagnostics": as_diagnostics(diagnostics)})
    raise refused(diagnostics)
