"""Reads a `tender-package/1` strictly: a package, or every fault of the file with its place."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from tender.faults import (
    Diagnostic,
    Fault,
    Faults,
    FaultText,
    Places,
    Spot,
    TooManyFaultsError,
)
from tender.faults import Path as KeyPath
from tender.formats.checks import check
from tender.formats.fault_texts import diagnose
from tender.formats.folder import choice, packages_in
from tender.formats.measure import measured
from tender.formats.package import FORMAT, PACKAGE
from tender.formats.positions import Positions, TextPlaces
from tender.formats.reader_texts import ON_SHEETS, TEXTS
from tender.formats.shapes import kind
from tender.formats.source import Syntax, parse
from tender.model import Package
from tender.rulebook import Rulebook

if TYPE_CHECKING:
    from tender.formats.excel.attached import Attached
    from tender.formats.excel.workbook_reading import Progress
    from tender.formats.schedules.schedule_reading import SkippedRow

__all__ = [
    "LARGEST",
    "Reading",
    "accept",
    "check_read",
    "content",
    "read",
    "read_bytes",
    "read_path",
    "read_text",
    "read_value",
]

LARGEST = 64 * 1024 * 1024
DECLARED = FORMAT
# How a package without a file of its own is called.
PACKAGE_FILE = "paket.json"
# How a file of Excel begins, of today and of before 2007: no JSON text does.
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
_EXCEL = ".xlsx"
_BOM = "\ufeff"


@frozen
class Reading:
    """What reading a file gave.

    Attributes:
        package: the package, if there is no fault at all.
        draft: what could be read, with `None` for what could not; never to be evaluated.
        faults: everything that is wrong.
        name: the name of the file as it is shown.
        attached: price schedules beside a workbook, as they were read.
        lacking: rare sheets that workbooks have and this one has not.
        skipped: rows of blocks pasted into a workbook that are no lines.
        workbook: the bytes of the workbook that was read, if it was one.
        unread: those of the faults for which something of the draft is missing.
    """

    package: Package | None
    draft: Package | None
    _found: tuple[Fault, ...] = field(alias="faults")
    name: str
    _places: Places = field(repr=False, eq=False)
    attached: "tuple[Attached, ...]" = ()
    skipped: "tuple[SkippedRow, ...]" = ()
    lacking: tuple[str, ...] = ()
    workbook: bytes | None = field(default=None, repr=False, eq=False)
    unread: tuple[Fault, ...] = field(default=(), repr=False, eq=False)

    @cached_property
    def faults(self) -> tuple[Fault, ...]:
        """The faults, each with its place in what was read; sought when it is first asked for."""
        return tuple(
            evolve(fault, spot=fault.spot or self._places.spot(fault)) for fault in self._found
        )

    def spot(self, path: KeyPath) -> Spot:
        """Where in the file the value at `path` stands, or the nearest thing above it."""
        return self._places.spot(Fault("", path, {}))

    def diagnose(
        self,
        extra: Iterable[Fault] = (),
        lang: str = "id",
        texts: Mapping[str, FaultText] | None = None,
    ) -> tuple[Diagnostic, ...]:
        """All faults in words, in the order of their places.

        Args:
            extra: further faults that somebody else found in the package or its draft.
            lang: `id` or `en`.
            texts: the words of codes that are not the reader's own.
        """
        faults: Iterable[Fault] = self._found if self.draft is None else (*self._found, *extra)
        if self.workbook is not None:
            from tender.formats.excel.gathering import gathered
            from tender.formats.excel.spoken import spoken

            faults = spoken(gathered(faults, self._places))
            texts = {**(texts or {}), **ON_SHEETS}
        return diagnose(faults, self._places, self.name, lang, {**TEXTS, **(texts or {})})


def read(source: str | bytes | FilePath, rulebook: Rulebook) -> Reading:  # noqa: ARG001
    """Read a package of JSON.

    Args:
        source: the text itself, its bytes, a file, or a folder with a `paket.json`. A workbook is
            refused with `PKT109`, which names the reader that takes it.
        rulebook: whose declarations a package has to fit.

    Raises:
        OSError: the file cannot be read.
    """
    if isinstance(source, str):
        return read_text(source, PACKAGE_FILE)
    if isinstance(source, bytes):
        return _read_json_bytes(source, PACKAGE_FILE)
    place = _chosen(source)
    if isinstance(place, Reading):
        return place
    if place.suffix.lower() == _EXCEL:
        return _refused("PKT109", str(place))
    return _read_json_bytes(content(place), str(place))


def read_path(path: str | FilePath, *, progress: "Progress | None" = None) -> Reading:
    """Read a file, or a folder through its `paket.json` or its `paket.xlsx`.

    A folder that holds both, or a worksheet beside one of them, is refused: which of them counts is
    for people to say.

    Args:
        path: the file or folder.
        progress: told of each sheet of a workbook that was read: how many, of how many.

    Raises:
        FileNotFoundError: there is nothing at `path`.
    """
    place = _chosen(FilePath(path))
    if isinstance(place, Reading):
        return place
    return read_bytes(content(place), str(place), folder=place.parent, progress=progress)


def _chosen(place: FilePath) -> "FilePath | Reading":
    """The file at `place` or, of a folder, the one in it that counts; why there is none."""
    if not place.is_dir():
        return place
    inside = packages_in(place)
    if len(inside) == 1:
        return inside[0]
    if inside:
        return _refused("PKT001", str(place), **choice(inside))
    return _refused("PKT009", str(place))


def content(place: FilePath) -> bytes:
    """What the file at `place` holds; no more of it than tells that it is too much.

    Nothing but reading says how large a pipe or a device is.
    """
    with place.open("rb") as file:
        return file.read(LARGEST + 1)


def read_bytes(
    data: bytes,
    name: str,
    *,
    folder: FilePath | None = None,
    progress: "Progress | None" = None,
) -> Reading:
    """Read the bytes of a file that is shown as `name`.

    A workbook is known by how it begins; all else is JSON in UTF-8, with or without its mark. Price
    schedules that a workbook names are looked for in `folder`, and `progress` is told of sheets.
    """
    workbook = data.startswith(_ARCHIVES) or FilePath(name).suffix.lower() == _EXCEL
    if workbook and len(data) <= LARGEST:
        return _read_workbook(data, name, folder, progress)
    return _read_json_bytes(data, name)


def _read_json_bytes(data: bytes, name: str) -> Reading:
    if len(data) > LARGEST:
        return _refused("PKT002", name, limit=_MEBIBYTES)
    if data.startswith(_ARCHIVES):
        return _refused("PKT109", name)
    if too_much := measured(data):
        return Reading(None, None, (too_much,), name, TextPlaces())
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix(_BOM)
        fault = Fault("PKT003", (), {"byte": f"0x{data[error.start]:02X}"}, at=len(before))
        return Reading(None, None, (fault,), name, TextPlaces(before))
    return _read_json(text, name)


def _read_workbook(
    data: bytes, name: str, folder: FilePath | None, progress: "Progress | None"
) -> Reading:
    from tender.formats.excel.workbook_reading import read_workbook

    with _no_collection():
        found = read_workbook(data, folder, progress)
        faults = Faults()
        draft = None if found.value is None else read_value(found.value, faults)
        unread = tuple(faults.found)
        draft = check_read(draft, faults)
        told = tuple(found.told(faults.found.whole()))
    return Reading(
        None if told else accept(draft, DECLARED),
        draft,
        told,
        name,
        found.places,
        found.attached,
        found.skipped,
        lacking=() if found.value is None else found.lacking,
        workbook=data,
        unread=unread,
    )


def read_text(text: str, name: str) -> Reading:
    """Read a JSON text that is shown as `name`."""
    if too_much := measured(text.encode("utf-8", "surrogatepass")):
        return Reading(None, None, (too_much,), name, TextPlaces())
    return _read_json(text, name)


def _read_json(text: str, name: str) -> Reading:
    text = text.removeprefix(_BOM)
    syntax, places = parse(text), TextPlaces(text)
    if syntax.faults:
        return Reading(None, None, syntax.faults, name, places)
    faults = Faults()
    draft = read_value(syntax.value, faults)
    unread = tuple(faults.found)
    _tell_repeated(syntax, text, faults)
    draft = check_read(draft, faults)
    package = None if faults else accept(draft, DECLARED)
    return Reading(package, draft, faults.found.whole(), name, places, unread=unread)


def _tell_repeated(syntax: Syntax, text: str, faults: Faults) -> None:
    """Note each key that stands twice in its object."""
    with suppress(TooManyFaultsError):
        for path, at in Positions(text).repeated(syntax.repeated):
            if faults.found.full:
                faults.found.skip()
            else:
                params = {"key": str(path[-1])}
                faults.found.append(Fault("PKT006", path, params, on_key=True, at=at))
        faults.found.skip(syntax.more)


def check_read(draft: Package | None, faults: Faults) -> Package | None:
    """The draft after the checks between its parts; none where too much of it is unknown."""
    if draft is None or faults.found.full:
        return None
    try:
        check(draft, faults)
    except TooManyFaultsError:
        return None
    return draft


def accept(draft: Package | None, declared: str) -> Package | None:
    """The draft of which no fault was found, marked as checked against what is `declared`."""
    if draft is not None:
        object.__setattr__(draft, "_checked", declared)
    return draft


_MEBIBYTES = str(LARGEST // 1024**2)


def read_value(value: object, faults: Faults) -> Package | None:
    """The package that plain values, or the objects of one, say; `None` where nothing is known."""
    if type(value) is dict:
        value = dict(value)
        given = value.pop("format", None)
        if given is None:
            faults.at_path("PKT021", (), expected=FORMAT)
        elif type(given) is not str:
            faults.at_path("PKT012", ("format",), expected="string", found=kind(given))
        elif given != FORMAT:
            faults.at_path("PKT028", ("format",), found=given[:40], expected=FORMAT)
    try:
        draft: Package | None = PACKAGE.read(value, None, "", faults)
    except TooManyFaultsError:
        return None
    return draft


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the garbage collector while a workbook is read; there is no garbage among its cells.

    It goes through what is held again and again as openpyxl makes its elements: a tenth more time,
    which would be over the bound that reading has. A JSON text is read without this.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _refused(code: str, name: str, **params: str) -> Reading:
    return Reading(None, None, (Fault(code, (), params, at=0),), name, TextPlaces())
