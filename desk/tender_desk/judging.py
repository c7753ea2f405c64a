"""A package under its law and the standards beside it: its evaluation, or all that is wrong."""

from collections.abc import Callable

from tender_desk.dossiers import Folder
from tender_desk.file_reading import FileReading
from tender_desk.standards import RefusedStandardError, law_for
from tender_engine.engine import evaluate
from tender_engine.evaluation import Evaluation
from tender_engine.faults import Diagnostic, Fault, PackageRefusedError
from tender_engine.objecting import objections_to
from tender_engine.rulebook import Rulebook

__all__ = ["judged", "read_under"]


def read_under(
    read: Callable[[Rulebook], FileReading],
    law: Rulebook,
    folder_of: Callable[[FileReading], Folder | None],
) -> tuple[FileReading, Rulebook]:
    """What `read` gives of a package, and the law with the standards beside it.

    What a sheet asks to be confirmed is of the law with the standards, so that where there are some
    the package is read once more. A standard that cannot be used is told where it is judged.
    """
    reading = read(law)
    try:
        own = law_for(law, reading.draft, folder_of(reading))
    except RefusedStandardError:
        return reading, law
    return (reading if own is law else read(own)), own


def judged(
    reading: FileReading, law: Rulebook, folder: Folder | None, lang: str
) -> tuple[Evaluation | None, tuple[Diagnostic, ...]]:
    """The evaluation of what was read, or all that is wrong: the file's faults and the law's.

    The law objects to what could be read even where another part could not. Standards that the
    package names and that lie in `folder` are laid over `law`.
    """
    try:
        law = law_for(law, reading.draft, folder)
    except RefusedStandardError as error:
        return None, (*reading.diagnose((), lang), error.diagnostic(lang))
    objections: tuple[Fault, ...] = ()
    if reading.package is None:
        if reading.draft is not None:
            objections = tuple(objections_to(reading.draft, reading.unread, law))
    else:
        try:
            return evaluate(reading.package, law), ()
        except PackageRefusedError as error:
            objections = error.faults
    return None, reading.diagnose(objections, lang)
