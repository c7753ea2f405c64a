"""Packages in which something stands at a place of the JSON where it is not expected.

Some changes are wrong on their face; others put there what stands at a place of that name in
another package, so that much of it is still read, evaluated and written on paper.
"""

import copy
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.engine.formats.data import small_package
from tests.fuzzing.commands import DONE, ran
from tests.properties.shuffling import commands

__all__ = ["changed", "package", "try_package"]

_SAMPLES = Path(__file__).parents[2] / "samples"
_LARGE = 100_000
_WRONG: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1.5, "", " ", "x", "*", "-", "\x00", "\u202e", "e\u0301"),
    *(1e300, 10**20, "1e5", "NaN", "0", "1/3", "999999999999999999.999999", "p1", "L1", "m1"),
    *(
        [],
        [None],
        [[]],
        [[None]],
        [{}],
        {},
        {"id": None},
        {"id": "p1"},
        {"type": "penetapan"},
        [""],
    ),
)
_SHOWN_OF_ONE = 4
Step = str | int
Place = tuple[Any, Step]  # a list or an object, and the index or key in it


@cache
def _packages() -> tuple[Any, ...]:
    """Those that are shipped, the largest left out, and one with nearly every key."""
    texts = (path.read_text("utf-8") for path in sorted(_SAMPLES.glob("*/paket.json")))
    return (small_package(), *(json.loads(text) for text in texts if len(text) < _LARGE))


@cache
def _by_name() -> dict[str, list[Any]]:
    """What stands under each key, anywhere."""
    found: dict[str, list[Any]] = defaultdict(list)
    for one in _packages():
        for holder, step in _places(one):
            if isinstance(step, str):
                found[step].append(holder[step])
    return found


def _places(value: Any) -> Iterator[Place]:
    items: Any = value.items() if isinstance(value, dict) else ()
    for step, part in enumerate(value) if isinstance(value, list) else items:
        yield value, step
        yield from _places(part)


def package(random: Random) -> tuple[str, bytes]:
    """One of them with a few changes."""
    return changed(copy.deepcopy(random.choice(_packages())), random)


def changed(made: Any, random: Random) -> tuple[str, bytes]:
    """What was done to plain values, and what they are as a file."""
    told = []
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        places = list(_places(made))
        if not places:
            break
        holder, step = random.choice(places)
        change = random.choice(_CHANGES)
        told.append(f"{change.__name__.strip('_')} {step}")
        change(holder, step, random)
    return ", ".join(told), json.dumps(made).encode()


def _wrong(holder: Any, step: Step, random: Random) -> None:
    holder[step] = copy.deepcopy(random.choice(_WRONG))


def _dropped(holder: Any, step: Step, _: Random) -> None:
    del holder[step]


def _doubled(holder: Any, step: Step, random: Random) -> None:
    """An item stands twice; an object has a key that another one has."""
    if isinstance(holder, list):
        holder.insert(random.randrange(len(holder) + 1), copy.deepcopy(holder[int(step)]))
    else:
        key = random.choice(sorted(_by_name()))
        holder[key] = copy.deepcopy(random.choice(_by_name()[key]))


def _anothers(holder: Any, step: Step, random: Random) -> None:
    """What stands under the same key elsewhere; an item is exchanged with another of its list."""
    if isinstance(holder, dict):
        holder[step] = copy.deepcopy(random.choice(_by_name().get(str(step), [None])))
    else:
        other = random.randrange(len(holder))
        holder[step], holder[other] = holder[other], holder[step]


def _near(holder: Any, step: Step, random: Random) -> None:
    """A number or a time that is a little or much larger or smaller, a truth turned round."""
    value = holder[step]
    if isinstance(value, bool):
        holder[step] = not value
    elif isinstance(value, int):
        holder[step] = max(0, value + random.choice((-1, 1, 1000)))
    elif isinstance(value, str):
        holder[step] = _other_text(value, random)


def _other_text(value: str, random: Random) -> str:
    if value.isdigit():
        return random.choice(
            (
                "0",
                "1",
                f"{value}0",
                f"{value}.01",
                str(max(0, int(value) - 1)),
                "9" * 18,
                value[:-1],
            )
        )
    try:
        moment = dt.datetime.fromisoformat(value)
    except ValueError:
        return value[::-1]
    days = dt.timedelta(random.choice((-400, -3, -1, 1, 3, 400)))
    moved = (moment + days).isoformat()
    return moved if "T" in value else moved[: len("2022-05-02")]


_CHANGES: tuple[Callable[[Any, Step, Random], None], ...] = (
    *(_wrong, _wrong, _dropped, _dropped, _doubled, _anothers, _anothers, _near, _near),
)


def try_package(data: bytes) -> str:
    """Check it in both languages; show what can be shown where it is accepted."""
    text = data.decode()
    for lang in ("en", "id"):
        code = ran("check", "-", "--lang", lang, given=text)
    if code not in DONE:
        return "refused"
    random, bidders = Random(text), [who["id"] for who in json.loads(text).get("participants", [])]
    shown = list(commands(tuple(random.sample(bidders, min(1, len(bidders))))))
    for command, *more in random.sample(shown, _SHOWN_OF_ONE):
        ran(command, "-", *more, given=text)
    return "shown"
