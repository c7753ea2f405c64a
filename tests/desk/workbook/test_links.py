"""What a workbook links to stays unread, by whatever name newer Excel keeps the link."""

import pytest

from tender_desk.ooxml.guard import HostileFileError, open_workbook
from tests.desk.workbook.hostile import with_parts

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OPEN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NEW = "http://schemas.microsoft.com/office"
LINK = "xl/externalLinks/_rels/externalLink1.xml.rels"


def relation(kind: str, target: str = "file:///D:/AHSP%202024.xlsx") -> bytes:
    text = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{kind}" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    return text.encode()


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        (LINK, f"{_OPEN}/externalLinkPath"),
        (LINK, f"{_NEW}/2006/relationships/xlExternalLinkPath/xlPathMissing"),
        (LINK, f"{_NEW}/2006/relationships/xlExternalLinkPath/xlStartup"),
        (LINK, f"{_NEW}/2006/relationships/xlExternalLinkPath/xlAlternateStartup"),
        (LINK, f"{_NEW}/2006/relationships/xlExternalLinkPath/xlLibrary"),
        (LINK, f"{_NEW}/2019/04/relationships/externalLinkLongPath"),
        (LINK, f"{_OPEN}/oleObject"),
        ("xl/charts/_rels/chart1.xml.rels", f"{_OPEN}/oleObject"),
        ("xl/drawings/_rels/drawing1.xml.rels", f"{_OPEN}/image"),
        ("xl/richData/_rels/rdRichValueWebImage.xml.rels", f"{_OPEN}/image"),
        ("xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels", f"{_OPEN}/worksheet"),
        (
            "xl/webextensions/_rels/webextension1.xml.rels",
            f"{_NEW}/2011/relationships/webextension",
        ),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            f"{_NEW}/2019/04/relationships/externalLinkLongPath",
        ),
    ],
)
def test_a_link_does_no_harm(part, kind):
    assert open_workbook(with_parts(**{part: relation(kind)})).worksheets


@pytest.mark.parametrize("kind", ["oleObject", "image", "worksheet", "attachedTemplate"])
def test_what_a_sheet_shows_from_outside_is_refused(kind):
    sheet = "xl/worksheets/_rels/sheet1.xml.rels"

    with pytest.raises(HostileFileError) as refused:
        open_workbook(with_parts(**{sheet: relation(f"{_OPEN}/{kind}")}))
    assert refused.value.code == "XLS012"
