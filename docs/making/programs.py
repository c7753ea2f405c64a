"""The programs that draw: LibreOffice, Poppler and Chromium, each run in a folder of its own."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

__all__ = ["MissingProgramError", "need_all", "pages", "pdfs", "screen"]

_PATIENCE = 300  # seconds
# By what is needed: the names that it may have, and where it comes from on Debian.
_NAMES = {
    "LibreOffice": (("soffice", "libreoffice"), "libreoffice-calc libreoffice-writer"),
    "Poppler": (("pdftoppm",), "poppler-utils"),
    "Chromium": (("chromium", "chromium-browser", "google-chrome"), "chromium"),
}

# LibreOffice writes numbers as the language of its own profile does.
_LOCALE = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">\
<value>id-ID</value></prop></item>
</oor:items>
"""
# A page scrolls to nothing before its picture is taken; so it is moved behind a window of a frame.
_FRAME = """\
<!DOCTYPE html><style>
body {{ margin: 0; overflow: hidden; background: #cfd8df }}
iframe {{ position: absolute; left: calc(50% - {width}px / 2); border: 0; width: {width}px;
  height: 20000px; background: white }}
</style><iframe src="{page}"></iframe><script>
const frame = document.querySelector('iframe');
frame.onload = () => {{
  const part = frame.contentDocument.getElementById('{part}');
  frame.style.top = (part ? 24 - part.getBoundingClientRect().top : 0) + 'px';
}};
</script>
"""


class MissingProgramError(Exception):
    """A program that draws is not installed; the text names it and its Debian package."""


def _found(what: str) -> str:
    names, package = _NAMES[what]
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        raise MissingProgramError(
            f"pictures need {what} ({' or '.join(names)}); on Debian: apt install {package}"
        )
    return path


def need_all() -> None:
    """Make sure that every program is here before anything is begun.

    Raises:
        MissingProgramError: one is not.
    """
    for what in _NAMES:
        _found(what)


def _run(*words: str | Path) -> bytes:
    return subprocess.run(words, check=True, capture_output=True, timeout=_PATIENCE).stdout


def pdfs(files: Iterable[Path], folder: Path) -> None:
    """Write each of `files`, of Excel or Word, as PDF into `folder`."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_LOCALE, "utf-8")
    convert = ("--headless", "--convert-to", "pdf", "--outdir", folder)
    own = f"-env:UserInstallation={profile.resolve().as_uri()}"
    _run(_found("LibreOffice"), own, *convert, *files)


def pages(pdf: Path, resolution: int) -> list[bytes]:
    """The pages of `pdf` as PPM, at `resolution` dots an inch."""
    stem = pdf.with_suffix("")
    _run(_found("Poppler"), "-r", str(resolution), pdf, stem)
    return [page.read_bytes() for page in sorted(pdf.parent.glob(f"{stem.name}-*.ppm"))]


def screen(page: Path, part: str, width: int, size: tuple[int, int], to: Path) -> None:
    """Write as a PNG what a window of `size` shows of `page`, from the element `part` on.

    The page is laid out `width` pixels wide; in a wider window it stands in the middle.
    """
    frame = to.with_suffix(".frame.html")
    frame.write_text(_FRAME.format(page=page.name, part=part, width=width), "utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run")
    shown = (f"--window-size={size[0]},{size[1]}", f"--screenshot={to}")
    profile = f"--user-data-dir={to.with_suffix('')}-profile"
    files = ("--allow-file-access-from-files", "--virtual-time-budget=4000")
    _run(_found("Chromium"), *quiet, *files, profile, *shown, frame.as_uri())
