"""Operations that hold evaluations beside each other: compare, whatif, similar."""

from typing import TYPE_CHECKING

from attrs import evolve

from tender_cli.inputs import judge
from tender_cli.serving.refusals import RefusedRequestError, in_keys, refused_for
from tender_cli.serving.request import Answer, Request, evaluated, judged, reading
from tender_desk.documents.record import Audience

if TYPE_CHECKING:
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic
    from tender_rules.similar.across.who_is_who import Given

__all__ = ["compare", "similar", "whatif"]

_INSIDE = Audience.INTERNAL


def compare(request: Request) -> Answer:
    """What differs between two packages, or between a package and itself under another law."""
    from tender_cli.answers import comparison_of

    request.one_way("other", "at", "overlays", needed=True)
    found, before = judged(request.texts["package"], "package")
    if not request.has("other"):
        from tender_cli.commands.compare import check_law, under_another_law

        at, overlays = request.day("at"), request.names("overlays")
        check_law(at, overlays)
        after = under_another_law(found, at, overlays)
        after = evolve(after, name=in_keys(after.name))
    else:
        after = reading(request.texts["other"], "other")
    evaluation, told = judge(after)
    if evaluation is None:
        raise refused_for(told)
    names = (found.name, after.name)
    return Answer(comparison_of(names, (before, evaluation)), _INSIDE)


def whatif(request: Request) -> Answer:
    """What would have changed the result, or what it would be with one value in its place."""
    from tender_rules import ask_whatif, asked_dict, flips, national, what_if_dict

    if request.has("place") != request.has("value"):
        raise RefusedRequestError("SRV019", {"left": "place", "right": "value"})
    evaluation = evaluated(request)
    if not request.has("place"):
        return Answer(what_if_dict(flips(evaluation.given, national())), _INSIDE)
    from tender_cli.commands.whatif import what_is_wrong

    place, value = (str(request.text(key)).strip() for key in ("place", "value"))
    found, name = ask_whatif(evaluation.given, national(), place, value), "<place>"
    if found.faults:
        raise refused_for([evolve(one, file=name) for one in what_is_wrong(found, name)])
    return Answer(asked_dict(found, place, value), _INSIDE)


def similar(request: Request) -> Answer:
    """What bidders share, in one tender or over several; those with faults stop nothing."""
    from tender_cli.answers import similar_dict

    request.one_way("package", "packages", needed=True)
    if request.has("package"):
        return Answer(similar_dict([_given(1, "<package>", evaluated(request))], []), _INSIDE)
    given: list[Given] = []
    refused: list[tuple[str, tuple[Diagnostic, ...]]] = []
    for index, text in enumerate(request.objects("packages")):
        found = reading(text, f"packages {index}")
        evaluation, told = judge(found)
        if evaluation is None:
            refused.append((found.name, told))
        else:
            given.append(_given(len(given) + 1, found.name, evaluation))
    return Answer(similar_dict(given, refused), _INSIDE)


def _given(n: int, source: str, evaluation: "Evaluation") -> "Given":
    from tender_rules.similar.across.who_is_who import Given

    return Given(n, source, evaluation)
