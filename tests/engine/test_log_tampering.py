"""Every tampering of a recorded log is found with the root from the paper, and named."""

import json

import pytest

from tender_engine.chain import scan
from tender_engine.log import LOG, PACKAGES
from tender_engine.trail import decision_lines
from tests.builders import evaluated
from tests.logs import (
    again,
    cut,
    doubled,
    flipped,
    lines_of,
    recorded,
    removed,
    rewritten,
    runs_of,
    saved_again,
    small,
    swapped,
    verified,
)

FIRST, SECOND = small(), small("1150000000")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A log of two runs."""
    made = tmp_path_factory.mktemp("log")
    recorded(made, FIRST, SECOND)
    return made


@pytest.fixture(scope="module")
def good(folder):
    return (folder / LOG).read_bytes()


@pytest.fixture
def short(good):
    """The same two runs with their first decisions only: sound, but for the replay."""
    return rewritten([(run, decisions[:2]) for run, decisions in runs_of(good)])


@pytest.fixture
def anchor(good):
    """The root of the last run, as the paper has it."""
    return json.loads(lines_of(good)[-1])["root"]


@pytest.fixture
def check(folder, good):
    """Verifies other bytes in the place of the log's own."""

    def checked(content, root=None):
        (folder / LOG).write_bytes(content)
        return verified(folder, again, root)

    yield checked
    (folder / LOG).write_bytes(good)


def test_the_log_that_is_tampered_with_is_sound(check, good, anchor):
    """Otherwise nothing below would prove anything."""
    found = check(good, anchor)

    assert found.ok
    assert (found.anchored, len(found.runs), found.lines) == (2, 2, len(lines_of(good)))
    assert rewritten(runs_of(good)) == good


def test_every_flipped_bit_breaks_the_chain(short):
    """In any byte of any line: the chain alone misses none, for the last line has no freedom."""
    missed = [line for line, changed in flipped(short) if scan(changed).remark is None]

    assert missed == []
    assert scan(short).remark is None


def test_every_flipped_bit_is_named_by_its_line(check, good, anchor):
    """The replay tells which of two lines that do not fit each other was changed.

    Only where the last run line and its root line disagree nothing can, nor where a head names
    another version of the rulebook, under which nobody replays: both are named.
    """
    last_run, last = len(lines_of(good)) // 2 + 1, len(lines_of(good))
    for line, changed in flipped(good, step=29):
        (flaw,) = check(changed, anchor).flaws

        either = line == last and (flaw.line, flaw.params.get("other")) == (last_run, str(last))
        head = lines_of(changed)[line - 1].startswith(b'{"announced_on"')
        versions = lines_of(changed)[line - 1].count(b'"version":"2026.11"') < head
        either |= versions and (flaw.line, flaw.params.get("other")) == (line + 1, str(line))
        assert flaw.line == line or either


def test_every_cut_is_found_by_the_chain_but_one(short):
    """At every byte; a cut between two runs is the one that the chain alone misses."""
    missed = [place for place, (_, rest) in enumerate(cut(short)) if scan(rest).remark is None]
    lines = lines_of(short)

    assert missed == [len(b"".join(lines[: len(lines) // 2]))]


def test_a_cut_between_two_runs_is_found_with_the_root_from_the_paper(check, good, anchor):
    """The chain and the replay of what is left hold."""
    lines = lines_of(good)
    first_run = b"".join(lines[: len(lines) // 2])

    assert check(first_run).ok
    assert [flaw.code for flaw in check(first_run, anchor).flaws] == ["TRL013"]


def test_a_cut_is_named_by_the_first_line_that_is_not_whole(good):
    """Or by the last line where it was cut at a line's end."""
    for whole, rest in cut(good, step=11):
        found = scan(rest).remark
        torn = rest and not rest.endswith(b"\n")

        assert found is None or found.line == max(whole + bool(torn), 1)
        assert found is None or found.code in ("TRL001", "TRL003", "TRL009")


@pytest.mark.parametrize("tamper", [removed, doubled, swapped, saved_again])
def test_whole_lines_that_were_tampered_with_are_named(check, good, anchor, tamper):
    """A line removed, put in twice or swapped; a file saved by an editor."""
    for line, changed in tamper(good):
        (flaw,) = check(changed, anchor).flaws

        last = tamper is removed and line == len(lines_of(good))
        assert flaw.line == line - last


def test_a_file_saved_by_an_editor_is_called_that(good):
    """CRLF, a byte order mark, or another encoding: it is no accusation."""
    assert {scan(changed).remark.code for _, changed in saved_again(good)} == {"TRL002"}


def test_an_insider_who_changes_a_verdict_is_named_by_the_replay(check, good, anchor):
    """The chain is made good again, so only the replay and the paper can tell."""
    for index in (0, 1):
        runs = runs_of(good)
        runs[index][1][-1]["winner"] = "p9"
        forged = rewritten(runs)
        begins = 1 if index == 0 else len(lines_of(good)) // 2 + 1

        assert scan(forged).remark is None
        flaw = check(forged).flaws[0]
        assert (flaw.code, flaw.line) == ("TRL014", begins + len(runs[index][1]))
    assert [flaw.code for flaw in check(forged, anchor).flaws] == ["TRL014", "TRL013"]


def test_an_insider_who_names_another_engine_is_found_by_the_paper(check, good, anchor):
    """Without the paper that is only a note: the engine's name is a claim."""
    runs = runs_of(good)
    for run, decisions in runs:
        run["engine"] = decisions[0]["engine"] = "0.0.9"
    runs[1][1][-1]["winner"] = "p9"
    forged = rewritten(runs)

    assert [note.code for note in check(forged).notes] == ["TRL015", "TRL020"]
    assert check(forged).ok
    assert [flaw.code for flaw in check(forged, anchor).flaws] == ["TRL013"]


def test_an_insider_who_evaluates_another_package_is_found_by_the_paper(tmp_path, anchor):
    """A whole new folder holds in itself; its root is not the paper's."""
    recorded(tmp_path, FIRST, small("1149999999"))

    assert verified(tmp_path, again).ok
    assert [flaw.code for flaw in verified(tmp_path, again, anchor).flaws] == ["TRL013"]


def test_a_rewritten_time_is_not_found(check, good, anchor):
    """What the trail does not prove, as its page says: the root does not cover the clock."""
    runs = runs_of(good)
    runs[1][0]["at"] = "2021-01-01T00:00:00+07:00"
    found = check(rewritten(runs), anchor)

    assert found.ok
    assert found.runs[1].at == "2021-01-01T00:00:00+07:00"


def test_a_left_out_earlier_run_is_not_found(check, good, anchor):
    """What the trail does not prove, as its page says: only the paper's run is anchored."""
    found = check(rewritten(runs_of(good)[1:]), anchor)

    assert (found.ok, found.anchored) == (True, 1)


def test_a_run_that_follows_another_log_is_named(check, good):
    """Its own lines fit each other, but it names a head that is not the one before it."""
    lines = lines_of(good)
    half = len(lines) // 2
    renumbered = lines_of(rewritten([*runs_of(good)[1:], *runs_of(good)[1:]]))[half:]
    (flaw,) = check(b"".join([*lines[:half], *renumbered])).flaws

    assert (flaw.code, flaw.line) == ("TRL008", half + 1)


def test_lines_put_in_by_a_stranger_are_named(check, good, anchor):
    """At any place: a line of another run, text, an empty line, a run without decisions."""
    lines = lines_of(good)
    stranger = decision_lines(evaluated(small("1120000000")))[3].encode() + b"\n"
    empty_run = rewritten([(runs_of(good)[0][0], [])])
    for put_in in (stranger, b"catatan\n", b"\n", b"{}\n", b"[1]\n", b"1e5\n", empty_run):
        for index in range(len(lines) + 1):
            changed = b"".join([*lines[:index], put_in, *lines[index:]])
            (flaw,) = check(changed, anchor).flaws

            assert flaw.line in (index + 1, index + 2)


@pytest.mark.parametrize("change", ["gone", "changed", "rewritten"])
def test_a_kept_package_that_was_tampered_with_is_named(tmp_path, change):
    """It is gone, has another byte, or says the same in other words."""
    recorded(tmp_path, FIRST)
    (kept,) = (tmp_path / PACKAGES).iterdir()
    text = kept.read_bytes()
    if change == "gone":
        kept.unlink()
    else:
        changes = {"changed": (b"CV p1", b"CV p2"), "rewritten": (b":", b": ")}
        kept.write_bytes(text.replace(*changes[change], 1))
    (flaw,) = verified(tmp_path, again).flaws

    assert flaw.code == ("TRL011" if change == "gone" else "TRL012")
    assert flaw.file == f"paket/{kept.name}"
