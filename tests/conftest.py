"""What tests import beside the packages: each other, and the programs of docs, samples, benchmarks.

The root is on no path of imports: `tender` would be a package there, with a second kernel in it.
Profiles of Hypothesis: `ci` tries the same examples every time, `dev` looks for new ones. Neither
has a deadline: that a machine is busy is no fault of what is tested.

A quarter of the time went into none of the tests, and is saved here: files are written to memory
where there is any to write them to, garbage is not looked for among what was collected, and the
workbooks that tests open themselves are not searched for entities in Python, as no file of theirs
has any, and their texts are read as the program does it (`openpyxl_inside`). Where Python is told
to write no bytecode, it is written to a folder of this run alone: without it each of the programs
that tests start would compile every module of the rooms anew, which is half of its time.
"""

import atexit
import gc
import os
import shutil
import sys
import tempfile
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path
from xml.etree import ElementTree

import openpyxl.reader.excel
import openpyxl.worksheet._reader
import pytest
from hypothesis import HealthCheck, settings

from tender_cli.messages import LANGUAGES, speak
from tender_desk.ooxml.openpyxl_inside import CellParser, shared_strings

_MEMORY = Path("/dev/shm")
_ENOUGH = 2**31


def _holds_files(memory: Path) -> bool:
    """Whether files can be written there, and programs among them run."""
    if not memory.is_dir() or shutil.disk_usage(memory).free < _ENOUGH:
        return False
    return not os.statvfs(memory).f_flag & os.ST_NOEXEC


_ROOT = str(Path(__file__).parents[1])

for _name in ("benchmarks", "docs", "samples", "tests"):
    _spec = PathFinder.find_spec(_name, [_ROOT])
    assert _spec is not None
    sys.modules[_name] = module_from_spec(_spec)

_SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]

settings.register_profile(
    "ci",
    max_examples=20,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=_SLOW,
)
settings.register_profile("dev", max_examples=300, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

if "TMPDIR" not in os.environ and _holds_files(_MEMORY):
    os.environ["TMPDIR"] = tempfile.tempdir = str(_MEMORY)
if os.environ.pop("PYTHONDONTWRITEBYTECODE", "") and "PYTHONPYCACHEPREFIX" not in os.environ:
    os.environ["PYTHONPYCACHEPREFIX"] = _compiled = tempfile.mkdtemp(prefix="compiled-")
    atexit.register(shutil.rmtree, _compiled, ignore_errors=True)
openpyxl.worksheet._reader.iterparse = ElementTree.iterparse
openpyxl.reader.excel.read_string_table = shared_strings
openpyxl.worksheet._reader.WorkSheetParser = CellParser
gc.disable()


def pytest_collection_finish() -> None:
    """Look for garbage among what tests make, and never again among what was collected."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def _in_the_first_language() -> None:
    """Whatever a test speaks, or has a command speak, the next one begins as the program does."""
    speak(LANGUAGES[0])
