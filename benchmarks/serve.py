"""`python benchmarks/serve.py`: what a request costs, of an open door and of a process each.

In seconds of the processor, of whatever is started for it: `check` and `evaluate` of a small
package, of the door alone and with a child behind it (`--timeout`), less the start of the door.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [*(str(_ROOT / room) for room in ("tender", "rules", "desk", "cli")), str(_ROOT)]

from timing import Figure, best  # noqa: E402

_PACKAGE = _ROOT / "samples" / "jalan-kabupaten" / "paket.json"
_TENDER = (sys.executable, "-m", "tender_cli")
_MANY, _FEW, _ROUNDS = 200, 5, 3
_ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path[1:6])}


def _children() -> float:
    """The processor time of all processes that have ended."""
    told = os.times()
    return told.children_user + told.children_system


def _run(*words: str, given: bytes = b"") -> None:
    command = [*_TENDER, *words]
    subprocess.run(command, input=given, env=_ENVIRONMENT, stdout=subprocess.DEVNULL, check=True)


def _door(op: str, count: int, *more: str) -> float:
    """What `count` requests cost, with the start."""
    package = json.dumps(json.loads(_PACKAGE.read_text("utf-8")))
    line = f'{{"id":1,"op":"{op}","package":{package}}}\n'.encode()
    return best(lambda: _run("serve", "--stdio", *more, given=line * count), _ROUNDS, _children)


def main() -> None:
    """Print a figure a line: requests a second."""
    for op in ("check", "evaluate"):
        words = (op, str(_PACKAGE), "--json")
        each = best(lambda words=words: [_run(*words) for _ in range(_FEW)], _ROUNDS, _children)
        print(Figure(f"{op}: a process each", _FEW / each, "a second", each / _FEW))
        for name, more in (("the door", ()), ("the door with a child", ("--timeout", "60"))):
            start = _door(op, 1, *more)
            took = (_door(op, _MANY, *more) - start) / (_MANY - 1)
            print(Figure(f"{op}: {name}", 1 / took, "a second", took))
        print(Figure("  its start", start, "s", start))


if __name__ == "__main__":
    main()
