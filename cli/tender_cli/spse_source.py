"""The package that SPSE's tables are filled into: what it says, and what becomes of it filled."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from tender_cli.file_errors import UnusableError, unusable
from tender_cli.inputs import STDIN, InvalidPackageError, as_diagnostics, folder_of, read, refused
from tender_cli.messages import language, say
from tender_cli.output import print_json
from tender_desk.file_reading import FileReading
from tender_desk.spse.writing import plain_values, pretty_json
from tender_desk.workbook.layouts.listed_order import as_listed
from tender_desk.workbook.reading.workbook_found import Found
from tender_desk.workbook.reading.workbook_reading import read_workbook
from tender_engine.faults import Fault, PackageRefusedError
from tender_engine.formats.folder import packages_in
from tender_engine.formats.reader import LARGEST, content, read_text
from tender_rules import national

__all__ = ["Source", "book_of", "source_of", "written"]

_WORKBOOK = ".xlsx"


@frozen
class Source:
    """A package as it was given, its `value` as plain values; `found` is of a workbook to fill."""

    value: Mapping[str, Any]
    reading: FileReading
    folder: Path | None = None
    found: Found | None = None


def source_of(path: str, out: Path, *, as_json: bool) -> Source:
    """The package at `path`, which need not be whole if it is written as what it is.

    Raises:
        UnusableError: it is not there, or cannot be read.
        InvalidPackageError: it is no JSON object, or a workbook with faults in cells, or with any
            faults where JSON is to be written.
    """
    data = sys.stdin.buffer.read(LARGEST + 1) if path == STDIN else _json_at(path)
    if data is None:
        reading = read(path)
    else:
        value, reading = plain_values(data, path, national())
        if value is not None:
            return Source(value, reading)
    if reading.workbook is None or not _is_book(out):
        if reading.package is None:
            raise _refusal(reading, as_json=as_json)
        return Source(as_listed(reading.package), reading)
    folder = folder_of(path)
    found = read_workbook(reading.workbook, national(), folder)
    if found.value is None or found.faults:
        raise _refusal(reading, found.faults, as_json=as_json)
    return Source(found.value, reading, folder, found)


def written(source: Source, value: Mapping[str, Any], out: Path, *, as_json: bool) -> str | bytes:
    """What is written to `out`: JSON, or a workbook where its name says so.

    Of a workbook it is that workbook with the cells filled that were empty; of JSON a new one.

    Raises:
        UnusableError: the JSON is no whole package, of which alone a workbook is made.
        InvalidPackageError: the workbook has no room for something.
    """
    text = pretty_json(value)
    if not _is_book(out):
        return text
    if source.found is None or source.reading.workbook is None:
        from tender_desk.workbook.drawn.drawing import workbook_bytes

        package = read_text(text, str(out), national()).package
        if package is None:
            raise UnusableError(say("spse.no_book", path=out))
        return workbook_bytes(package, national())
    from tender_desk.workbook.growing.bidder_cells import filled_in

    try:
        return filled_in(source.reading.workbook, source.found, value, national(), source.folder)
    except PackageRefusedError as error:
        raise _refusal(source.reading, error.faults, as_json=as_json) from error


def book_of(source: Source, made: str | bytes | None) -> Found | None:
    """The workbook that was `made` as it reads; where none was, the one that is to be filled."""
    if isinstance(made, bytes):
        return read_workbook(made, national(), source.folder)
    return source.found


def _is_book(out: Path) -> bool:
    return out.suffix.casefold() == _WORKBOOK


def _refusal(
    reading: FileReading, faults: tuple[Fault, ...] | None = None, *, as_json: bool
) -> InvalidPackageError:
    """The error of a package with these faults, or with all of its own."""
    if faults is not None:
        reading = evolve(reading, faults=faults)
    told = reading.diagnose(lang=language())
    if as_json:
        print_json({"diagnostics": as_diagnostics(told)})
    return refused(told)


def _json_at(path: str) -> bytes | None:
    """The bytes of the package in JSON at `path`; `None` where it is something else."""
    place = Path(path)
    if place.is_dir():
        inside = packages_in(place)
        if len(inside) != 1:
            return None
        (place,) = inside
    if place.suffix.casefold() == _WORKBOOK or not place.exists():
        return None
    try:
        return content(place)
    except OSError as error:
        raise unusable(error, place) from error
