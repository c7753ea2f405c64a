"""Packages of a few lines for runs of many, as bytes, and runs over them."""

import json
from functools import cache

from benchmarks.packages import package_text

from tender_desk.batch.jobs import Asked
from tender_desk.batch.many import rows_of
from tender_desk.batch.sources import PackageBytes
from tender_rules import national

# A line that is refused in no time: it costs a row and no evaluation.
REFUSED = b"{}"


@cache
def sound(code: str = "UJI-1") -> bytes:
    """A package of two bids over two lines that is evaluated to a winner."""
    return package_text(2, 2, code=code).encode()


def given(count: int) -> list[PackageBytes]:
    """So many sound packages, each with a code of its own."""
    return [PackageBytes(f"paket-{n}.json", sound(f"UJI-{n}")) for n in range(1, count + 1)]


def rows(*sources, **asked):
    """The rows of a run in this process."""
    return [*rows_of(sources, Asked(national, **asked), workers=0)]


def said(row):
    """What a row says."""
    return json.loads(row.line)


def codes(row):
    """The codes of the faults of a row, in order."""
    return [one["code"] for one in said(row).get("diagnostics", ())]
