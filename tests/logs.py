"""Recorded logs for tests: small ones, and the many ways to tamper with one."""

import json
from collections.abc import Iterator
from hashlib import sha256
from unittest.mock import patch

from attrs import evolve

from tender_engine.engine import evaluate
from tender_engine.formats.canonical import canonical_json
from tender_engine.log import LOG, record, verify
from tender_engine.model import Requirements
from tender_engine.terms import StageId
from tender_rules import national
from tests.builders import JUDGED, at, bidder, evaluated, package

RULEBOOK = national()
ZEROS = "0" * 64


def small(total="1100000000"):
    """A package of one bid, each stage of which is judged as a whole."""
    asks = {stage: Requirements() for stage in JUDGED}
    came = {StageId.PEMBUKTIAN_KUALIFIKASI: {"attended": True}}
    return package(bidder("p1", total, facts=came), asks=asks)


def again(given):
    """The evaluation that a verification makes."""
    return evaluate(given, RULEBOOK)


def verified(folder, evaluates=again, anchor=None):
    """What a verification finds where a package is evaluated by `evaluates`."""
    with patch("tender_engine.verification.evaluate", lambda given, _: evaluates(given)):
        return verify(folder, RULEBOOK, anchor)


def recorded(folder, *packages):
    """The bytes of a log with one run for each of `packages`."""
    for day, given in enumerate(packages, 20):
        record(folder, evaluated(given), at(day))
    return (folder / LOG).read_bytes()


def lines_of(content):
    """The lines of a log, with their ends."""
    return content.splitlines(keepends=True)


def flipped(content, step=1) -> Iterator[tuple[int, bytes]]:
    """One bit turned in every `step`th byte, with the number of its line."""
    for place in range(0, len(content), step):
        changed = bytearray(content)
        changed[place] ^= 1 << (place % 8)
        yield content.count(b"\n", 0, place) + 1, bytes(changed)


def cut(content, step=1) -> Iterator[tuple[int, bytes]]:
    """The end taken away from every `step`th byte on, with how many lines stay whole."""
    for place in range(0, len(content), step):
        yield content.count(b"\n", 0, place), content[:place]


def removed(content) -> Iterator[tuple[int, bytes]]:
    """Each line taken out, with its number."""
    lines = lines_of(content)
    for index in range(len(lines)):
        yield index + 1, b"".join(lines[:index] + lines[index + 1 :])


def doubled(content) -> Iterator[tuple[int, bytes]]:
    """Each line twice, with the number of the second."""
    lines = lines_of(content)
    for index in range(len(lines)):
        yield index + 2, b"".join(lines[: index + 1] + lines[index:])


def swapped(content) -> Iterator[tuple[int, bytes]]:
    """Each line changed with the next, with the number of the first."""
    lines = lines_of(content)
    for index in range(len(lines) - 1):
        pair = [lines[index + 1], lines[index]]
        yield index + 1, b"".join(lines[:index] + pair + lines[index + 2 :])


def saved_again(content) -> Iterator[tuple[int, bytes]]:
    """What editors do to a file."""
    yield 1, content.replace(b"\n", b"\r\n")
    yield 1, b"\xef\xbb\xbf" + content
    yield 1, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")
    yield 1, content.decode().encode("utf-16")


def runs_of(content):
    """The runs of a log as (run line, decisions)."""
    runs = []
    for entry in map(json.loads, lines_of(content)):
        if entry["kind"] == "run":
            runs.append((entry, []))
        elif entry["kind"] != "root":
            runs[-1][1].append(entry)
    return runs


def hash_of(line):
    """The hash of a line, its end left out."""
    return sha256(line.encode()).hexdigest()


def rewritten(runs):
    """A log that an insider writes anew, its chain made good; `runs` are (run line, decisions)."""
    head, text = ZEROS, ""
    for no, (run, decisions) in enumerate(runs, 1):
        began = canonical_json({**run, "no": no, "prev": head})
        before, chained = ZEROS, []
        for number, entry in enumerate(decisions, 1):
            chained.append(canonical_json({**entry, "n": number, "prev": before}))
            before = hash_of(chained[-1])
        root = {"kind": "root", "no": no, "lines": len(chained), "root": f"sha256:{before}"}
        ended = canonical_json({**root, "run": hash_of(began)})
        head = hash_of(ended)
        text += "".join(f"{line}\n" for line in (began, *chained, ended))
    return text.encode()


def other_winner(evaluation):
    """An evaluation that the engine does not make."""
    return evolve(evaluation, winner=None)
