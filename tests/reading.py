"""Reading and writing under the national rulebook, for tests that are about something else."""

from tender_desk import any_file
from tender_desk import worksheet_book as worksheets
from tender_desk.workbook.drawn import drawing
from tender_desk.workbook.growing import bidder_cells
from tender_desk.workbook.layouts import blank
from tender_desk.workbook.reading import workbook_reading as workbooks
from tender_engine.formats import reader
from tender_rules import national


def read_path(path, **more):
    """The file or folder at `path`."""
    return any_file.read_path(path, national(), **more)


def read_bytes(data, name, **more):
    """The bytes of a file."""
    return any_file.read_bytes(data, name, national(), **more)


def read_text(text, name):
    """A JSON text."""
    return reader.read_text(text, name, national())


def read_workbook(data, *more):
    """What a workbook holds."""
    return workbooks.read_workbook(data, national(), *more)


def workbook_bytes(package):
    """The workbook of a package."""
    return drawing.workbook_bytes(package, national())


def blank_bytes(last=None):
    """The workbook of a tender that is only beginning."""
    return blank.blank_workbook_bytes(national(), last)


def filled_in(data, found, value, folder=None):
    """A workbook with more of its participants."""
    return bidder_cells.filled_in(data, found, value, national(), folder)


def worksheet(evaluation, reading):
    """The workbook of an evaluation."""
    return worksheets.worksheet(evaluation, reading, national())
