"""The days off of the rulebook, from the package `holidays` and the joint decrees that were read.

Only this and a test import that package: the days ship as data, so that a result never changes
with its release.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["days_of", "days_text"]

_DECREES = Path(__file__).with_name("decrees.toml")
_ESTIMATED = " (perkiraan)"
_HEAD = """\
# Made by `python docs/remake.py days`; write nothing here by hand. The days off of every year,
# besides Saturdays and Sundays: national holidays and cuti bersama, from the package
# holidays {version} (Indonesia, categories public and government), and the joint decree (SKB 3
# Menteri) that names them. A date in `estimated` may still be set otherwise. The days of a region
# stand under [days] in its overlay.
"""


def days_of(year: int) -> Mapping[dt.date, str]:
    """The days off of `year` in their order, each with its name; an estimated one says so."""
    import holidays

    found = holidays.country_holidays(
        "ID", years=year, categories=("public", "government"), language="id"
    )
    return dict(sorted(found.items()))


def days_text() -> str:
    """The whole file."""
    import holidays

    decrees = tomllib.loads(_DECREES.read_text("utf-8"))
    parts = [_HEAD.format(version=holidays.__version__)]
    parts += ["\n".join(_year(int(year), decree)) for year, decree in decrees.items()]
    return "\n".join(parts)


def _year(year: int, decree: Mapping[str, Any]) -> Iterator[str]:
    days = days_of(year)
    estimated = [str(day) for day, name in days.items() if _ESTIMATED in name]
    yield f"[{year}]"
    yield f'decree = "{decree["number"]}"'
    yield f'source = "{decree["source"]}"'
    yield "read = [" + ", ".join(f'"{page}"' for page in decree["read"]) + "]"
    yield f"estimated = [{', '.join(estimated)}]"
    yield f"[{year}.days]"
    for day, name in days.items():
        yield f'{day} = "{name.replace(_ESTIMATED, "")}"'
    yield ""
