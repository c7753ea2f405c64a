"""The report in a browser: nothing runs, nothing is refused, nothing is wider than its screen."""

import html
import re
import shutil
import subprocess

import pytest

from tender_desk.documents.report import html as builder
from tender_desk.documents.report import report
from tests.builders import evaluated
from tests.desk.documents.data import given
from tests.desk.documents.report.pages import named, sample

PROGRAM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="no Chromium here: the report is not looked at in a browser"
)
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--v=0",
    "--virtual-time-budget=4000",
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
SCRIPT = "<script>document.title='PWNED'</script>"
IMAGE = "<img src=x onerror=\"document.title='PWNED'\">"
MEASURE = """
const out = [];
for (const frame of document.querySelectorAll('iframe')) {
  const page = frame.contentDocument;
  page.querySelectorAll('details').forEach(each => each.open = frame.dataset.open === '1');
  const wide = page.documentElement.scrollWidth;
  let outside = 0, texts = 0;
  for (const svg of page.querySelectorAll('svg.flow, svg.slope')) {
    const box = svg.viewBox.baseVal;
    for (const text of svg.querySelectorAll('text')) {
      const at = text.getBBox();
      texts += 1;
      if (at.x < 0 || at.x + at.width > box.width || at.y + at.height > box.height) outside += 1;
    }
  }
  let cut = 0;
  for (const box of page.querySelectorAll('.scroll')) {
    if (box.scrollWidth > box.clientWidth) cut += 1;
  }
  for (const cell of page.querySelectorAll('.cards td')) {
    const drawn = frame.contentWindow.getComputedStyle(cell);
    if (drawn.display === 'grid' && drawn.paddingLeft !== '0px') cut += 1;
  }
  out.push([frame.title, frame.width, wide, texts, outside, cut].join(' '));
}
document.title = out.join('; ');
"""


def dumped(folder, text):
    """The page after the browser has run what it lets run, and what it complained of."""
    file = folder / "laporan.html"
    file.write_text(text, "utf-8")
    done = subprocess.run(
        [str(PROGRAM), *QUIET, f"--user-data-dir={folder / 'profil'}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout, done.stderr
    complaints = [each for each in done.stderr.splitlines() if "CONSOLE" in each]
    return done.stdout, complaints


def title_of(dom):
    return html.unescape(re.search(r"<title[^>]*>(.*?)</title>", dom, re.DOTALL)[1])


def test_nothing_is_refused_in_our_own_file(tmp_path):
    """The policy lets its own style in, and the console stays empty; hostile names are text."""
    dom, complaints = dumped(tmp_path, report(named((SCRIPT, IMAGE, "CV Tiga"))))

    assert title_of(dom) == "Laporan Evaluasi: Pekerjaan Contoh"
    assert complaints == []


@pytest.mark.parametrize("name", [SCRIPT, IMAGE])
def test_the_policy_is_a_second_wall(tmp_path, monkeypatch, name):
    """Without escaping and without the policy the name runs; with the policy alone it does not."""
    monkeypatch.setattr(builder, "_escaped", lambda text: text)
    monkeypatch.setattr("tender_desk.documents.report.flow_picture.lines_of", lambda *_: ())
    text = report(named((name, "CV Dua", "CV Tiga")))
    assert name in text

    bare, _ = dumped(tmp_path, POLICY.sub("", text))
    walled, complaints = dumped(tmp_path, text)

    assert title_of(bare) == "PWNED"
    assert title_of(walled) == "Laporan Evaluasi: Pekerjaan Contoh"
    assert any("Content Security Policy" in each for each in complaints)


def test_no_style_but_its_own_is_let_in(tmp_path, monkeypatch):
    """A style block that a name would bring is refused, and told on the console."""
    monkeypatch.setattr(builder, "_escaped", lambda text: text)
    name = "</p><style>body{display:none}</style>"
    _, complaints = dumped(tmp_path, report(named((name, "CV Dua", "CV Tiga"))))

    assert any("Content Security Policy" in each and "style" in each for each in complaints)


def framed(pages, widths):
    """A page that shows each of `pages` at each width, folded and open, and measures it."""
    frames = [
        f'<iframe title="{name}" width="{width}" height="800" data-open="{opened}" '
        f'srcdoc="{html.escape(POLICY.sub("", text))}"></iframe>'
        for name, text in pages.items()
        for width in widths
        for opened in (0, 1)
    ]
    return (
        f"<!DOCTYPE html><meta charset=utf-8><title>-</title>{''.join(frames)}"
        f"<script>window.onload = () => {{ {MEASURE} }}</script>"
    )


def measured(folder, pages, widths):
    """Name, widths of screen and page, texts in pictures and those outside, and tables cut."""
    dom, _ = dumped(folder, framed(pages, widths))
    title = title_of(dom)
    assert title != "-", "the script that measures did not run"
    return [
        (name, *map(int, rest))
        for name, *rest in (entry.rsplit(" ", 5) for entry in title.split("; "))
    ]


def test_no_page_is_wider_than_its_screen_and_no_text_than_its_picture(tmp_path):
    """Phones, tablet and desk, folded and with everything open; long and broad names included.

    On a phone no table is cut either: none has to be moved sideways in its box, and the cells of a
    card stand one under the other.
    """
    broad = named(("W" * 60, "PT" + " Nusantara" * 6, "CV Ketiga"), title="M" * 80)
    pages = {
        "jalan": report(sample("jalan-kabupaten")),
        "seleksi": report(sample("pengawasan-rumah-sakit")),
        "menunggu": report(sample("drainase-setengah-dinilai"), public=True),
        "tkdn": report(sample("alat-kesehatan-tkdn")),
        "kesamaan": report(sample("saluran-dua-salinan")),
        "lebar": report(broad),
    }
    found = measured(tmp_path, pages, (360, 390, 768, 1280))

    assert len(found) == len(pages) * 4 * 2
    for name, screen, wide, texts, outside, cut in found:
        assert wide <= screen, (name, screen, wide)
        assert texts > 20, name
        assert outside == 0, (name, screen, outside)
        assert cut == 0 or screen > 390, (name, screen, cut)


def test_the_measure_sees_what_is_too_wide(tmp_path):
    """Tables that are no cards, in their boxes and without them."""
    tables = report(evaluated(given())).replace('class="cards"', 'class="wide"')
    pages = {"kotak": tables, "lebar": tables.replace('class="scroll"', 'class="open"')}
    boxed, _, bare, _ = measured(tmp_path, pages, (360,))

    assert boxed[-1] > 0
    assert boxed[2] <= 360 < bare[2]
