"""What is measured: each function gives the figures of one subject."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from packages import VARIANTS, package_text
from timing import Figure, best

from tender_engine import __version__
from tender_engine.engine import evaluate
from tender_engine.formats.reader import read_text
from tender_engine.model import Package
from tender_engine.numbers import exact
from tender_engine.seals import reveal_for_storage
from tender_rules import national

__all__ = ["face", "many_small", "memory", "methods", "one_large", "reading"]

# A line as bare as it can be: its volume, unit price and stated amount.
Bare = list[tuple[Decimal, Decimal, Decimal]]


def read(text: str) -> Package:
    """The package in `text`, which has no fault."""
    package = read_text(text, "paket.json", national()).package
    if package is None:
        raise ValueError("a made-up package is not valid")
    return package


def bare_lines(package: Package) -> list[Bare]:
    """The lines of all bids with nothing around them."""
    volumes = [line.quantity for line in package.tender.hps.lines or ()]
    bids = [reveal_for_storage(who.price) for who in package.participants if who.price]
    return [
        [
            (volume, line.unit_price or Decimal(0), line.amount or Decimal(0))
            for volume, line in zip(volumes, bid.lines or (), strict=True)
        ]
        for bid in bids
    ]


def bare_loop(bids: list[Bare]) -> int:
    """Multiply, sum and compare: the least that checking these lines can cost."""
    wrong = 0
    with exact():
        for lines in bids:
            total = Decimal(0)
            for volume, unit_price, stated in lines:
                amount = volume * unit_price
                total += amount
                if amount != stated:
                    wrong += 1
    return wrong


def one_large(text: str, rounds: int) -> Iterator[Figure]:
    """One evaluation with its findings and proof sheet."""
    package, law = read(text), national()
    bids = bare_lines(package)
    bare = best(lambda: bare_loop(bids), rounds)
    took = best(lambda: evaluate(package, law), rounds)
    name = f"evaluate: {len(bids)} participants x {len(bids[0])} lines"
    yield Figure(name, took / bare, took=took, bare=bare, bound=3.5)


def reading(text: str, rounds: int) -> Iterator[Figure]:
    """JSON text to `Package`, against `json.loads` and the same decimals."""
    bare = best(lambda: _loads_and_decimals(text), rounds)
    took = best(lambda: read(text), rounds)
    name = f"read: {len(text) / 1e6:.1f} MB of JSON to a package"
    yield Figure(name, took / bare, took=took, bare=bare, bound=5)


def _loads_and_decimals(text: str) -> list[Decimal]:
    data = json.loads(text)
    lines = list(data["tender"]["hps"]["lines"])
    for bidder in data["participants"]:
        lines += bidder["price"]["lines"]
    keys = ("quantity", "unit_price", "amount")
    return [Decimal(line[key]) for line in lines for key in keys if key in line]


def many_small(count: int, rounds: int) -> Iterator[Figure]:
    """Small packages one after the other in one process."""
    law = national()
    packages = [read(package_text(5, 20, code=f"UJI-{n}")) for n in range(count)]
    bids = [bid for package in packages for bid in bare_lines(package)]
    bare = best(lambda: bare_loop(bids), rounds)
    took = best(lambda: sum(evaluate(p, law).state == "dihitung" for p in packages), rounds)
    name = f"evaluate: {count:,} packages of 5 x 20 lines"
    yield Figure(name, took / bare, took=took, bare=bare)
    yield Figure("  packages a second", count / took, "a second", bound=1000, at_least=True)


def methods(participants: int, lines: int, rounds: int) -> Iterator[Figure]:
    """Each other procedure, envelope and method against the plain one, at the same size."""
    law = national()
    plain = read(package_text(participants, lines))
    for name in VARIANTS:
        package = read(package_text(participants, lines, variant=name))
        state = evaluate(package, law).state
        bare, took = _side_by_side(plain, package, rounds)
        yield Figure(f"  {name} ({state})", took / bare, took=took, bare=bare, bound=2)


def _side_by_side(plain: Package, other: Package, rounds: int) -> tuple[float, float]:
    """The best of both, taken in turns, so that a busy spell of the machine slows both."""
    law, each = national(), max(1, rounds // 2)
    pairs = [
        (best(lambda: evaluate(plain, law), each), best(lambda: evaluate(other, law), each))
        for _ in range(2 if rounds > 1 else 1)
    ]
    return min(bare for bare, _ in pairs), min(took for _, took in pairs)


def memory(text: str, lines: int) -> Iterator[Figure]:
    """What is held for one line of a bid, and what an evaluation adds to it."""
    tracemalloc.start()
    package = read(text)
    held = tracemalloc.get_traced_memory()[0]
    evaluation = evaluate(package, national())
    added = tracemalloc.get_traced_memory()[0] - held
    tracemalloc.stop()
    yield Figure("memory: a package, by line of a bid", held / lines, "bytes", bound=430)
    yield Figure(f"memory: its evaluation ({evaluation.state})", added / lines, "bytes")


_SLOW_IMPORTS = ("networkx", "rich")


def face(text: str, rounds: int) -> Iterator[Figure]:
    """The command against a bare `import click`, each in a fresh process: its help, an evaluation.

    Bytecode is written first, as an installation has it.
    """
    if find_spec("tender_cli") is None or find_spec("tender_cli.main") is None:
        print(f"tender --help: not there yet in {__version__}")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paket.json"
        path.write_text(text, "utf-8")
        asked = {"--help": 3, f"evaluate {path} --json": 4}
        for words, bound in asked.items():
            program = _CALLED.format(words=["tender", *words.split()])
            _run(program)
            bare = best(partial(_run, "import click"), rounds, _of_children)
            took = best(partial(_run, program), rounds, _of_children)
            shown = words.replace(str(path), "SMALL")
            yield Figure(f"tender {shown}", took / bare, took=took, bare=bare, bound=bound)
    slow = _run(_CALLED.format(words=["tender", "--help"]) + _LOADED)
    yield Figure("  slow libraries that the help imports", len(slow.split()), "", bound=0)


_CALLED = """
import sys
sys.argv = {words}
from tender_cli.main import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
_LOADED = f"""
print(*(name for name in {_SLOW_IMPORTS} if name in sys.modules), file=sys.stderr)
"""


def _of_children() -> float:
    """The processor's time of every process that was started and has ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _run(program: str) -> str:
    writing = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    words = [sys.executable, "-c", program]
    return subprocess.run(words, capture_output=True, check=True, env=writing).stderr.decode()
