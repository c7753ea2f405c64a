"""What refusing hostile workbooks costs: each in a process of its own, time and memory."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from timing import Figure

from tests.desk.workbook.hostile import BY_ROWS, HOSTILE

__all__ = ["hostile"]

_SECONDS, _MEGABYTES = 2, 200
# The file is read, its cells too if it is let in; imports are no part of the refusal.
_PROGRAM = """
import sys, time
from pathlib import Path
import openpyxl
from tender_desk.ooxml.guard import HostileFileError, open_workbook, rows_of
began = time.process_time()
try:
    for sheet in open_workbook(Path(sys.argv[1]).read_bytes()).worksheets:
        for row in rows_of(sheet):
            pass
    code = "-"
except HostileFileError as refused:
    code = refused.code
took = time.process_time() - began
# Not `getrusage`: its peak is that of the process this one was started from.
peak = [line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line]
print(code, took, int(peak[0].split()[1]) / 1024)
"""


def hostile() -> Iterator[Figure]:
    """Each file of the tests with its seconds; then the slowest and the largest, with bounds.

    Seconds are the processor's.

    Memory is the peak of the whole process in megabytes, the interpreter and openpyxl included;
    it is read where Linux tells it, and elsewhere nothing is measured.
    """
    if not Path("/proc/self/status").exists():
        print("hostile workbooks: measured on Linux only")
        return
    slowest = largest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "berkas.xlsx"
        for name, (code, make) in (HOSTILE | BY_ROWS).items():
            path.write_bytes(make())
            done = subprocess.run(
                [sys.executable, "-c", _PROGRAM, str(path)],
                capture_output=True,
                check=True,
                text=True,
            )
            found, took, memory = done.stdout.split()
            if found != code:
                raise ValueError(f"{name}: {found} and not {code}")
            slowest, largest = max(slowest, float(took)), max(largest, float(memory))
            yield Figure(f"  {code} {name}, {float(memory):.0f} MB", float(took), "s")
    yield Figure("hostile workbooks: the slowest refusal", slowest, "s", bound=_SECONDS)
    yield Figure("hostile workbooks: peak memory", largest, "MB", bound=_MEGABYTES)
