"""`tender similar`: what is the same between the bidders of a tender or of many; no verdict."""

from pathlib import Path
from typing import TYPE_CHECKING

from tender_cli.answers import similar_dict
from tender_cli.command import argument, command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.file_errors import unusable
from tender_cli.inputs import STDIN, evaluated, judge, read
from tender_cli.messages import say
from tender_cli.output import print_json, tell
from tender_cli.progress import progress
from tender_cli.tables import page
from tender_cli.tenders_named import each_named

if TYPE_CHECKING:
    from tender_desk.file_reading import FileReading
    from tender_engine.evaluation import Evaluation
    from tender_engine.faults import Diagnostic
    from tender_rules.similar.across.who_is_who import Given

__all__ = ["similar"]

_INVALID, _UNREAD = 1, 2


@command("similar")
@argument("paths", metavar="PATH...", nargs=-1, required=True)
@option("--json", "as_json", is_flag=True)
def similar(paths: tuple[str, ...], as_json: bool) -> int:
    """Tell the facts that bidders share, of one tender or over all that are named."""
    unread: list[OSError] = []
    places = each_named(paths, unread)
    if len(places) == 1 and not unread:
        (place,) = places
        evaluation = evaluated(str(place), as_json=as_json)
        _show([_given(1, places[place], evaluation)], [], as_json=as_json)
        return exit_code(evaluation)
    given, refused = _read(places, unread)
    for error in unread:
        tell(unusable(error, error.filename).message)
    for source, told in refused:
        tell(say("similar.refused", source=source, first=str(told[0]), count=len(told)))
    _show(given, refused, as_json=as_json)
    if unread:
        return _UNREAD
    return _INVALID if refused else 0


def _given(n: int, source: str, evaluation: "Evaluation") -> "Given":
    from tender_rules.similar.across.who_is_who import Given

    return Given(n, source, evaluation)


def _read(
    places: dict[Path, str], unread: list[OSError]
) -> "tuple[list[Given], list[tuple[str, tuple[Diagnostic, ...]]]]":
    """Those that can be evaluated, numbered as they come; what is wrong with one stops nothing."""
    given: list[Given] = []
    refused = []
    with progress("reading.tenders") as show:
        for number, (place, source) in enumerate(places.items(), 1):
            try:
                evaluation, told = judge(_reading(place))
            except OSError as error:
                error.filename = error.filename or str(place)
                unread.append(error)
            else:
                if evaluation is None:
                    refused.append((source, told))
                else:
                    given.append(_given(len(given) + 1, source, evaluation))
            if show:
                show(number, len(places))
    return given, refused


def _reading(place: Path) -> "FileReading":
    """What lies at a place; `-` among others is standard input too, and read once."""
    from tender_desk.any_file import read_path
    from tender_rules import national

    return read(STDIN) if str(place) == STDIN else read_path(place, national())


def _show(
    given: "list[Given]",
    refused: "list[tuple[str, tuple[Diagnostic, ...]]]",
    *,
    as_json: bool,
) -> None:
    if as_json:
        print_json(similar_dict(given, refused))
        return
    if not given:
        return
    from tender_cli.red_flag_screen import print_flags
    from tender_cli.similar_screen import print_of_many, print_similarities
    from tender_cli.tenders_together_screen import print_tenders, print_together
    from tender_rules.red_flags.looking import red_flags
    from tender_rules.similar.across.overview import overview_of

    screen, overview = page(), overview_of(given)
    flags = red_flags(overview)
    several = len(overview.tenders) + len(overview.left_out) > 1
    if several:
        print_tenders(overview, screen)
    print_similarities(overview.similarities, screen, several=several)
    print_of_many(overview.equal_of_many, screen, several=several)
    if several:
        print_together(overview, screen)
    print_flags(flags, overview, screen)
