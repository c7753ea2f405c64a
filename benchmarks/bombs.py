"""What files cost that hold far too much: a bomb at each repeatable element, in JSON and in sheets.

Each is checked by the command, in a process of its own; what it prints counts as well.
"""

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from timing import Figure

from tests.engine.formats.data import small_package
from tests.engine.formats.test_bounds import LISTS, text_of

__all__ = ["bombs"]

_SECONDS, _MEGABYTES, _KILOBYTES = 2, 200, 200
_MANY = 1_000_000
_ROWS = 9_900
_PROGRAM = """
import sys, time
from pathlib import Path
from tender_cli.main import main
began = time.process_time()
try:
    main(["check", sys.argv[1]])
except SystemExit as ended:
    code = ended.code
took = time.process_time() - began
# Not `getrusage`: its peak is that of the process this one was started from.
peak = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
Path(sys.argv[2]).write_text(f"{code} {took} {int(peak[0].split()[1]) / 1024}")
"""


def bombs() -> Iterator[Figure]:
    """Each bomb with its seconds of the processor; then the worst of all, with bounds.

    Memory is the peak of the whole process in megabytes, the interpreter included; it is read where
    Linux tells it, and elsewhere nothing is measured.
    """
    if not Path("/proc/self/status").exists():
        print("bombs: measured on Linux only")
        return
    worst = [0.0, 0.0, 0.0]
    with tempfile.TemporaryDirectory() as folder:
        path, said = Path(folder) / "paket", Path(folder) / "said"
        for name, data in (*_in_json(), *_in_sheets()):
            path.write_bytes(data)
            words = [sys.executable, "-c", _PROGRAM, str(path), str(said)]
            done = subprocess.run(words, capture_output=True, check=True)
            code, took, memory = said.read_text().split()
            if code != "1":
                raise ValueError(f"{name}: ended with {code}")
            told = (len(done.stdout) + len(done.stderr)) / 1000
            found = (float(took), float(memory), told)
            worst = [*map(max, worst, found)]
            yield Figure(f"  {found[1]:3.0f} MB, {told:3.0f} kB told: {name}"[:62], found[0], "s")
    yield Figure("bombs: the slowest refusal", worst[0], "s", bound=_SECONDS)
    yield Figure("bombs: peak memory", worst[1], "MB", bound=_MEGABYTES)
    yield Figure("bombs: the longest output", worst[2], "kB", bound=_KILOBYTES)


def _in_json() -> Iterator[tuple[str, bytes]]:
    """A million empty entries in each list of the format, its bound of them, and stray keys."""
    for name, (_, wrap, most) in LISTS.items():
        place = name.partition(" ")[0].removeprefix("tender.requirements.")
        yield f"{_MANY} {place}", text_of(wrap, _MANY, "{}").encode()
        if most > 2_000:
            yield f"{most} {place}", text_of(wrap, most, "{}").encode()
    whole = json.dumps(small_package())[:-1]
    who = json.dumps(small_package()["participants"][0])
    stray = {
        "300,000 unknown keys": (f'"kunci{n}": 0' for n in range(300_000)),
        "300,000 times one key": ('"code": "a"' for _ in range(300_000)),
        "5,000,000 zeros in extensions": ['"extensions": [' + "0," * 5_000_000 + "0]"],
        "extensions 200,000 deep": ['"extensions": ' + '{"a":' * 200_000 + "0" + "}" * 200_000],
        "one bidder 2,000 times": ['"participants": [' + ",".join([who] * 2_000) + "]"],
        "a text of 60 MB": ['"x": "' + "y" * 60_000_000 + '"'],
        "a number of 15 MB": ['"x": ' + "9" * 15_000_000],
    }
    for name, parts in stray.items():
        yield name, f"{whole}, {', '.join(parts)}}}".encode()


def _in_sheets() -> Iterator[tuple[str, bytes]]:
    """Each sheet of a workbook in turn with thousands of rows whose every cell is wrong."""
    from openpyxl import load_workbook

    from tender_desk.workbook.drawn.drawing import workbook_bytes
    from tender_engine.formats.reader import read_text
    from tender_rules import national

    package = read_text(json.dumps(small_package()), "paket.json", national()).package
    if package is None:
        raise ValueError("the package is to be sound")
    data = workbook_bytes(package, national())
    for title in load_workbook(io.BytesIO(data), read_only=True).sheetnames:
        book = load_workbook(io.BytesIO(data))
        sheet = book[title]
        wrong = ["#?"] * sheet.max_column
        for _ in range(_ROWS - sheet.max_row):
            sheet.append(wrong)
        stream = io.BytesIO()
        book.save(stream)
        yield f"{_ROWS} rows of {title}", stream.getvalue()
