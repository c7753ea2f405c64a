"""What embedders hand between processes arrives as it left, and holds nothing that can run."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, MethodType

import attrs
import pytest

from tender_desk.documents.readback import UnwritableTextError
from tender_engine.engine import evaluate
from tender_engine.faults import Fault, PackageRefusedError, Spot
from tender_engine.formats.canonical import package_digest
from tender_engine.formats.evaluation_writing import evaluation_dict
from tender_engine.law import LawError
from tender_engine.log_remarks import LogRefusedError, Remark
from tender_engine.manifest import RulebookChangedError
from tender_engine.seals import Sealed, SealedError, Seals
from tender_rules import national
from tests.builders import bidder, evaluated, package
from tests.reading import read_path, read_text

READING = read_path("samples/gedung-puskesmas")
PACKAGE = READING.package
EVALUATION = evaluate(PACKAGE, national())
CARRIERS = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda value: pickle.loads(pickle.dumps(value)),
}
carried = pytest.mark.parametrize("carry", CARRIERS.values(), ids=CARRIERS)


@carried
def test_a_package_arrives_with_its_mark_and_its_digest(carry):
    """Nobody has to check it again."""
    found = carry(PACKAGE)

    assert found == PACKAGE
    assert found.is_checked(national().declared)
    assert package_digest(found) == package_digest(PACKAGE)
    assert repr(found) == repr(PACKAGE)


def test_the_mark_holds_in_another_process(tmp_path):
    """Which has a rulebook of its own, and other hashes of texts."""
    (tmp_path / "package").write_bytes(pickle.dumps(PACKAGE))
    code = (
        "import pathlib, pickle; from tender_rules import national;"
        "read = pickle.loads(pathlib.Path('package').read_bytes());"
        "print(read.is_checked(national().declared))"
    )
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert done.stdout == "True\n"


@carried
def test_an_evaluation_is_written_as_before(carry):
    """With everything that it finds when it is first asked for."""
    before = evaluation_dict(EVALUATION)
    found = carry(EVALUATION)

    assert found == EVALUATION
    assert evaluation_dict(found) == before
    assert found.judgements is not None


@carried
def test_readings_arrive_with_their_places(carry):
    """Faults of a text are still found in it."""
    refused = read_text('{"format":\n "tender-package/1"}', "paket.json")

    assert carry(READING) == READING
    assert carry(refused).faults == refused.faults
    assert carry(refused).diagnose() == refused.diagnose()


ERRORS = (
    PackageRefusedError(f for f in [Fault("PKT011", ("tender", 1), {"key": "hps"}, spot=Spot())]),
    RulebookChangedError("the rulebook is another"),
    LawError("two values"),
    SealedError("sealed"),
    LogRefusedError(Remark("TRL001", 3, {})),
    UnwritableTextError("a\x00b", "\x00"),
)


@carried
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_say_the_same_where_they_arrive(carry, error):
    """With what they hold."""
    found = carry(error)

    assert type(found) is type(error)
    assert str(found) == str(error)
    assert vars(found) == vars(error)


@carried
def test_a_price_stays_sealed_where_it_arrives(carry):
    """And opening a copy opens nothing in what was copied."""
    seals, price = Seals(), Sealed("1000")
    seals.open("p1")
    found, sealed = carry(seals), carry(price)
    found.open("p2")

    assert repr(sealed) == "Sealed(...)"
    assert found.read("p2", sealed) == "1000"
    assert found.is_open("p1")
    with pytest.raises(SealedError):
        seals.read("p2", price)


def parts(value: object, seen: dict[int, object]) -> Iterator[object]:
    """Everything that hangs on a value; classes are names, and are not gone into."""
    if id(value) in seen or isinstance(value, type):
        return
    seen[id(value)] = value
    yield value
    if isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, list | tuple | set | frozenset):
        inner = [*value]
    else:
        names = [name for kind in type(value).__mro__ for name in vars(kind).get("__slots__", ())]
        names = [a.name for a in attrs.fields(type(value))] if attrs.has(type(value)) else names
        inner = [getattr(value, name, None) for name in names]
        if type(value).__module__.startswith("tender"):
            inner += getattr(value, "__dict__", {}).values()
    for one in inner:
        yield from parts(one, seen)


def test_nothing_that_is_handed_on_can_run():
    """The rulebook, which is functions, stays where it is."""
    evaluation = evaluated(package(bidder()))
    told = [PACKAGE, EVALUATION, evaluation, READING, *ERRORS]
    found = [part for value in told for part in parts(value, {})]

    assert len(found) > 1_000
    assert not [p for p in found if isinstance(p, FunctionType | MethodType | BuiltinFunctionType)]
    assert not [part for part in found if part is national()]
