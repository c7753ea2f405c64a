"""The drop-downs of a workbook from which the hidden list of words was deleted."""

import io
import re

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.datavalidation import DataValidation

from tender_desk.workbook.growing.offered import offered_anew
from tender_desk.workbook.layouts.tables import layout_of
from tender_rules import national
from tests.desk.workbook.data import workbook
from tests.desk.workbook.hostile import parts_of, zipped

LAYOUT = layout_of(national().declarations)
OWN = '"hijau,merah"'
# As Excel keeps a drop-down that names another sheet; that of a verdict was drawn out to scores.
EXTENSION = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>#REF!</xm:f></x14:formula1>'
    "<xm:sqref>C5:D65</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def offers(data: bytes) -> dict[tuple[str, str], list[str]]:
    """What may be chosen, by sheet and cells: the words where a list names them."""
    book, found = load_workbook(io.BytesIO(data)), {}
    for sheet in book.worksheets:
        for one in sheet.data_validations.dataValidation:
            words = []
            for place, beside in re.findall(
                r"Daftar!([$A-Z0-9:]+)|(.+?)(?=Daftar!|$)", one.formula1
            ):
                cells = book["Daftar"][place.replace("$", "")] if place else ()
                rows = cells if isinstance(cells, tuple) else ((cells,),)
                words += [cell.value for row in rows for cell in row] or [beside]
            found |= {(sheet.title, area): words for area in str(one.sqref).split()}
    return found


def without_words(*, excel: bool) -> bytes:
    """A workbook after its list was deleted; people have a drop-down of their own, and a column."""
    book = load_workbook(io.BytesIO(workbook()))
    del book["Daftar"]
    judged, own = book["Penilaian"], DataValidation("list", formula1=OWN)
    judged["J4"] = "Catatan warna"
    own.add("J5:J9")
    judged.add_data_validation(own)
    if excel:
        known = judged.data_validations.dataValidation
        known[:] = [one for one in known if str(one.sqref) != "C5:C65"]
    stream = io.BytesIO()
    book.save(stream)
    if not excel:
        return stream.getvalue()
    parts = parts_of(stream.getvalue())
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            text = re.sub(r"Daftar![$A-Z0-9:]+", "#REF!", part.decode())
            if "Catatan warna" in text:
                text = text.replace("</worksheet>", f"{EXTENSION}</worksheet>")
            parts[name] = text.encode()
    return zipped(parts)


@pytest.mark.filterwarnings("ignore:Data Validation extension")
@pytest.mark.parametrize("excel", [True, False])
def test_a_deleted_list_of_words_comes_back_with_what_it_was_for(*, excel: bool) -> None:
    """Each drop-down by the head or the row of its cells; what people chose themselves stays."""
    given, before = without_words(excel=excel), offers(workbook())
    after = offers(done := offered_anew(given, LAYOUT))

    assert after == {**before, ("Penilaian", "J5:J9"): [OWN]}
    assert excel == any(b"<xm:sqref>D5:D65<" in part for part in parts_of(done).values())
    assert load_workbook(io.BytesIO(done))["Daftar"].sheet_state == "veryHidden"
    assert offered_anew(done, LAYOUT) == done
