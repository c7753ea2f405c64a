import datetime as dt
import json
import re
import shutil
import threading
from hashlib import sha256
from pathlib import Path

import pytest
from attrs import evolve

from tender_engine import __version__, durable, log_remarks, verification
from tender_engine.faults import Fault, PackageRefusedError
from tender_engine.formats.canonical import canonical_package, package_digest
from tender_engine.log import LOG, PACKAGES, LogRefusedError, record
from tender_engine.log_remarks import LOG_TEXTS as TEXTS
from tender_engine.trail import decision_lines, root
from tender_engine.verification import verify
from tender_rules import national
from tests.builders import at, evaluated
from tests.logs import (
    RULEBOOK,
    ZEROS,
    again,
    hash_of,
    lines_of,
    other_winner,
    recorded,
    small,
    verified,
)

FIRST, SECOND = small(), small("1150000000")
ENGINE = f'"engine":"{__version__}"'.encode()


def codes(remarks):
    return [remark.code for remark in remarks]


def snapshot(folder):
    """Every file with its bytes and the time it was last written."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_run_is_a_line_the_decisions_and_the_root(tmp_path):
    """The decision lines are verbatim; only the run line has the time."""
    evaluation = evaluated(FIRST)
    assert record(tmp_path, evaluation, at(20))
    first, *decisions, last = (tmp_path / LOG).read_text("utf-8").splitlines()

    assert json.loads(first) == {
        "kind": "run",
        "no": 1,
        "at": "2022-05-20T09:00:00+07:00",
        "prev": ZEROS,
        "package": package_digest(FIRST),
        "rulebook": evaluation.basis.digest,
        "engine": __version__,
    }
    assert tuple(decisions) == decision_lines(evaluation)
    assert json.loads(last) == {
        "kind": "root",
        "no": 1,
        "lines": len(decisions),
        "run": hash_of(first),
        "root": root(evaluation),
    }


def test_the_next_run_follows_the_root_line_before(tmp_path):
    """What stood there stays to the byte."""
    before = recorded(tmp_path, FIRST)
    after = recorded(tmp_path, FIRST, SECOND)
    rest = after[len(before) :].decode().splitlines()

    assert after.startswith(before)
    assert json.loads(rest[0])["prev"] == hash_of(before.decode().splitlines()[-1])
    assert (json.loads(rest[0])["no"], json.loads(rest[0])["at"]) == (2, at(21).isoformat())


def test_recording_twice_adds_nothing(tmp_path):
    """Not even a time: no file is written again."""
    recorded(tmp_path, FIRST)
    before = snapshot(tmp_path)

    assert not record(tmp_path, evaluated(FIRST), at(28))
    assert snapshot(tmp_path) == before


def test_what_comes_back_is_recorded_again(tmp_path):
    """A run is compared with the last one only; its package is kept once."""
    recorded(tmp_path, FIRST, SECOND, FIRST)
    found = verified(tmp_path, again, root(evaluated(FIRST)))

    assert [run.package for run in found.runs] == [
        package_digest(given) for given in (FIRST, SECOND, FIRST)
    ]
    assert (found.ok, found.anchored) == (True, 3)
    assert len(list((tmp_path / PACKAGES).iterdir())) == 2


def test_the_package_is_kept_under_its_digest(tmp_path):
    """Canonical, so that its bytes have the digest that the head names."""
    recorded(tmp_path, FIRST)
    (kept,) = (tmp_path / PACKAGES).iterdir()

    assert kept.read_bytes() == canonical_package(FIRST).encode()
    assert f"sha256:{kept.stem}" == package_digest(FIRST)
    assert sha256(kept.read_bytes()).hexdigest() == kept.stem


def test_a_kept_package_is_never_written_again(tmp_path):
    """Another content under its name is refused, and nothing is appended."""
    recorded(tmp_path, FIRST, SECOND)
    kept = tmp_path / PACKAGES / f"{package_digest(FIRST)[7:]}.json"
    kept.write_bytes(b"{}")
    before = snapshot(tmp_path)

    with pytest.raises(LogRefusedError, match="TRL012"):
        record(tmp_path, evaluated(FIRST), at(23))
    assert snapshot(tmp_path) == before


def test_a_time_without_its_offset_is_refused(tmp_path):
    """Nine o'clock where?"""
    with pytest.raises(ValueError, match="offset"):
        record(tmp_path, evaluated(FIRST), dt.datetime(2022, 5, 20, 9))  # noqa: DTZ001
    assert list(tmp_path.iterdir()) == []


def test_the_bytes_are_the_same_on_every_system(tmp_path):
    """UTF-8 without its mark, and a line ends with one byte."""
    content = recorded(tmp_path, FIRST)

    assert b"\r" not in content
    assert content.startswith(b'{"at":')
    assert content.endswith(b"}\n")


@pytest.mark.parametrize("torn", [1, 10, 200, -1])
def test_a_torn_tail_is_refused_and_stays_as_it_is(tmp_path, torn):
    """Never repaired in silence: what is there may be evidence."""
    sound = recorded(tmp_path, FIRST)
    whole = recorded(tmp_path, SECOND)
    cut_at = len(sound) + torn if torn > 0 else len(whole) + torn
    (tmp_path / LOG).write_bytes(whole[:cut_at])

    with pytest.raises(LogRefusedError, match="TRL003"):
        record(tmp_path, evaluated(SECOND), at(23))
    assert (tmp_path / LOG).read_bytes() == whole[:cut_at]
    assert codes(verified(tmp_path, again).flaws) == ["TRL003"]


def test_a_run_torn_at_the_end_of_a_line_is_refused(tmp_path):
    """Every line is whole, but the run has no root."""
    lines = lines_of(recorded(tmp_path, FIRST))
    for whole in range(1, len(lines)):
        (tmp_path / LOG).write_bytes(b"".join(lines[:whole]))

        with pytest.raises(LogRefusedError, match="TRL009") as refused:
            record(tmp_path, evaluated(FIRST), at(23))
        assert refused.value.remark.line == whole


def test_a_log_that_was_saved_by_an_editor_is_refused(tmp_path):
    """Nothing is appended to what is not as it was written."""
    content = recorded(tmp_path, FIRST)
    (tmp_path / LOG).write_bytes(content.replace(b"\n", b"\r\n"))

    with pytest.raises(LogRefusedError, match="TRL002"):
        record(tmp_path, evaluated(SECOND), at(23))


def test_an_empty_file_is_a_log_that_begins(tmp_path):
    """A crash before the first byte leaves one; it verifies as empty."""
    (tmp_path / LOG).touch()

    assert codes(verified(tmp_path, again).flaws) == ["TRL001"]
    assert record(tmp_path, evaluated(FIRST), at(20))
    assert verified(tmp_path, again).ok


def test_no_log_is_no_verification(tmp_path):
    """The caller says that the file is not there."""
    with pytest.raises(FileNotFoundError):
        verified(tmp_path, again)


@pytest.mark.parametrize("written", [0, 1, 100, 5000])
def test_a_write_that_fails_leaves_the_log_as_it_was(tmp_path, monkeypatch, written):
    """A full disk, after any number of bytes: what was written of the run is taken back."""
    before = recorded(tmp_path, FIRST)
    true_write = durable.os.write
    room = written

    def full(file, block):
        nonlocal room
        if not room:
            raise OSError(28, "No space left on device")
        done = true_write(file, bytes(block[:room]))
        room -= done
        return done

    # The package fits; the log does not.
    package = canonical_package(SECOND).encode()
    durable.put_new(tmp_path / PACKAGES / f"{package_digest(SECOND)[7:]}.json", package)
    monkeypatch.setattr(durable.os, "write", full)
    with pytest.raises(OSError, match="No space"):
        record(tmp_path, evaluated(SECOND), at(21))

    assert (tmp_path / LOG).read_bytes() == before
    monkeypatch.undo()
    assert record(tmp_path, evaluated(SECOND), at(21))
    assert verified(tmp_path, again).ok


def test_a_package_is_on_the_disk_before_the_log_speaks_of_it(tmp_path, monkeypatch):
    """A crash between the two leaves a package without a run, never the other way round."""

    def crash(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tender_engine.log.append", crash)
    with pytest.raises(KeyboardInterrupt):
        record(tmp_path, evaluated(FIRST), at(20))

    assert (tmp_path / LOG).read_bytes() == b""
    assert len(list((tmp_path / PACKAGES).iterdir())) == 1


def test_writers_wait_for_each_other(tmp_path):
    """Eight at once: every run is there, whole, in one chain."""
    evaluations = [evaluated(small(str(1_100_000_000 + n))) for n in range(8)]
    threads = [
        threading.Thread(target=record, args=(tmp_path, evaluation, at(20)))
        for evaluation in evaluations
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = verified(tmp_path, again)

    assert found.ok
    assert {run.root for run in found.runs} == {root(evaluation) for evaluation in evaluations}


class HeldError(OSError):
    """What Windows says while a scanner has the file."""

    winerror = 32


@pytest.mark.parametrize(("times", "error"), [(3, HeldError), (9, HeldError), (1, PermissionError)])
def test_a_file_that_is_held_for_a_moment_is_tried_again(tmp_path, monkeypatch, times, error):
    """A bounded number of times, and only for that reason."""
    true_replace, pauses = Path.replace, []

    def replace(self, target):
        nonlocal times
        times -= 1
        if times >= 0:
            raise error("in use")
        return true_replace(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(durable.time, "sleep", pauses.append)
    target = tmp_path / "a.json"
    if times == 3:
        durable.put_new(target, b"x")
        assert (target.read_bytes(), pauses) == (b"x", [0.05, 0.1, 0.2])
    else:
        with pytest.raises(error):
            durable.put_new(target, b"x")
        assert (target.exists(), len(pauses)) == (False, 5 if error is HeldError else 0)


def test_the_paper_names_its_run(tmp_path):
    """With or without the name of the hash, in either case of letters."""
    recorded(tmp_path, FIRST, SECOND)
    paper = root(evaluated(FIRST))
    for typed in (paper, paper[7:], paper.upper(), f" {paper}\n"):
        found = verified(tmp_path, again, typed)

        assert (found.ok, found.anchored, codes(found.notes)) == (True, 1, ["TRL021"])
    (note,) = found.notes
    assert "putaran 1 dari 2, tercatat 2022-05-20T09:00:00+07:00" in note.diagnose().message


def test_the_paper_may_be_of_an_earlier_moment_of_a_package(tmp_path):
    """TRL027: as it was before anybody had judged; another root is still of no run."""
    then = evolve(FIRST, assessments=())
    recorded(tmp_path, FIRST, SECOND)

    def earlier(package):
        yield at(11), evolve(package, assessments=())

    found = verify(tmp_path, national(), root(evaluated(then)), earlier)
    assert (found.ok, found.anchored, codes(found.notes)) == (True, 1, ["TRL027"])
    assert verify(tmp_path, national(), root(evaluated(then))).flaws[0].code == "TRL013"
    assert verify(tmp_path, national(), "sha256:" + ZEROS, earlier).flaws[0].code == "TRL013"


def test_the_paper_does_not_vouch_for_a_run_whose_package_is_gone(tmp_path):
    """It names its run, and says that what is kept of it is not proven."""
    recorded(tmp_path, FIRST)
    (kept,) = (tmp_path / PACKAGES).iterdir()
    kept.unlink()
    found = verified(tmp_path, again, root(evaluated(FIRST)))

    assert (found.ok, found.anchored, codes(found.notes)) == (False, 1, ["TRL022"])


def test_without_the_paper_it_says_that_only_the_chain_was_checked(tmp_path):
    """A sound chain without an outside root is no proof against who has the folder."""
    recorded(tmp_path, FIRST)
    found = verified(tmp_path, again)

    assert (found.ok, found.anchored, codes(found.notes)) == (True, None, ["TRL020"])


@pytest.mark.parametrize("typed", ["", "sha256:", "0" * 64, "0" * 63, "\x1b[2J"])
def test_a_root_that_is_not_in_the_log_is_a_flaw(tmp_path, typed):
    """Mistyped or another log's; what was typed is shown harmlessly."""
    recorded(tmp_path, FIRST)
    (flaw,) = verified(tmp_path, again, typed).flaws

    assert flaw.code == "TRL013"
    assert "\x1b" not in str(flaw.diagnose())


def test_a_decision_that_the_engine_does_not_make_is_named(tmp_path):
    """The last line is the outcome: its winner was another one."""
    content = recorded(tmp_path, FIRST)
    (flaw,) = verified(tmp_path, lambda given: other_winner(again(given))).flaws

    assert (flaw.code, flaw.line) == ("TRL014", len(lines_of(content)) - 1)


def test_under_another_engine_a_difference_is_no_forgery(tmp_path, monkeypatch):
    """It names both versions; where the decisions are the same there is nothing to say."""
    content = recorded(tmp_path, FIRST)
    monkeypatch.setattr(verification, "__version__", "9.9")
    same = verified(tmp_path, again)
    found = verified(tmp_path, lambda given: other_winner(again(given)), root(evaluated(FIRST)))

    assert (same.ok, codes(same.notes)) == (True, ["TRL020"])
    assert (found.ok, codes(found.notes)) == (True, ["TRL015", "TRL021"])
    assert found.notes[0].line == len(lines_of(content)) - 1
    assert "berbeda di bawah mesin 9.9" in found.notes[0].diagnose().message
    assert __version__ in found.notes[0].diagnose("en").message


# Of a sample, before the rulebook had a version; its root is what that paper prints.
BY_0_1_0 = Path(__file__).parent / "recorded_by_0.1.0"
ROOT_BY_0_1_0 = "sha256:f958ac5634db3b57145bc7776b943c64f5ace4d9256e2bc82175a698a745273e"


def test_a_log_recorded_by_an_earlier_version_is_told_so_and_not_as_forged(tmp_path):
    """Its chain, its package and its paper hold; one that was changed is found as ever."""
    found = verify(BY_0_1_0, national(), ROOT_BY_0_1_0)

    assert (found.ok, found.anchored) == (True, 1)
    assert codes(found.notes) == ["TRL015", "TRL021"]
    assert f"differ under engine {__version__}" in found.notes[0].diagnose("en").message
    assert "0.1.0" in found.notes[0].diagnose("en").message
    forged = shutil.copytree(BY_0_1_0, tmp_path / "jejak") / LOG
    forged.write_bytes(forged.read_bytes().replace(b'"verdict":"lulus"', b'"verdict":"gugur"', 1))
    assert not verify(forged.parent, national()).ok


def test_under_another_rulebook_a_difference_is_no_forgery(tmp_path):
    """The same version with other law; with the same decisions there is nothing to say."""
    recorded(tmp_path, FIRST)
    digest = "sha256:" + "a" * 64

    def elsewhere(given):
        found = again(given)
        return evolve(found, basis=evolve(found.basis, digest=digest))

    same = verified(tmp_path, elsewhere)
    found = verified(tmp_path, lambda given: other_winner(elsewhere(given)))

    assert codes(same.notes) == ["TRL020"]
    assert (found.ok, codes(found.notes)) == (True, ["TRL016", "TRL020"])
    assert digest in found.notes[0].diagnose().message


def test_a_package_that_is_refused_now_is_told(tmp_path, monkeypatch):
    """By the same engine it is a flaw, under another one a difference."""
    recorded(tmp_path, FIRST)

    def refuse(_):
        raise PackageRefusedError([Fault("ATR001", (), {})])

    (flaw,) = verified(tmp_path, refuse).flaws
    monkeypatch.setattr(verification, "__version__", "9.9")

    assert (flaw.code, flaw.line) == ("TRL017", 1)
    assert "ATR001" in flaw.diagnose().message
    assert codes(verified(tmp_path, refuse).notes) == ["TRL015", "TRL020"]


def test_a_package_that_is_not_one_is_told(tmp_path):
    """A run that speaks of a file whose digest is right but whose content is no package."""
    content = recorded(tmp_path, FIRST)
    digest = sha256(b"{}").hexdigest()
    (tmp_path / PACKAGES / f"{digest}.json").write_bytes(b"{}")
    run = verified(tmp_path, again).runs[0]
    remark = verification._replay(tmp_path, RULEBOOK, evolve(run, package=f"sha256:{digest}"))

    assert content
    assert (remark.code, remark.line) == ("TRL017", 1)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (b'"no":1,"package"', b'"no":2,"package"', "TRL007"),
        (b'"no":1,"package"', b'"no":true,"package"', "TRL007"),
        (b'"package":"sha256:', b'"package":"../../../', "TRL006"),
        (b'"at":"2022-05-20T09:00:00+07:00"', b'"at":"2022-05-20T09:00:00"', "TRL006"),
        (b'"at":"2022-05-20T09:00:00+07:00"', b'"at":"kemarin"', "TRL006"),
        (ENGINE, b'"engine":10', "TRL006"),
        (ENGINE + b',"kind":"run"', b'"kind":"run"', "TRL006"),
        (b'{"at"', b'{ "at"', "TRL005"),
        (b'{"at"', b'{"at":"","at"', "TRL005"),
        (b'{"at"', b'{"a":NaN,"at"', "TRL005"),
        (b'{"at"', b'{"a":"\\ud800","at"', "TRL005"),
        (b'{"at"', b'{"a":"\xff","at"', "TRL004"),
        (b'{"at"', b"[" * 100_000 + b'{"at"', "TRL004"),
        (b'"prev":"0', b'"prev":"1', "TRL008"),
        (b'"kind":"run"', b'"kind":"head"', "TRL006"),
    ],
)
def test_a_run_line_that_cannot_be_is_named(tmp_path, old, new, code):
    """Each with its own code, in the first line."""
    content = recorded(tmp_path, FIRST)
    assert old in content
    (tmp_path / LOG).write_bytes(content.replace(old, new, 1))
    (flaw,) = verified(tmp_path, again).flaws

    assert (flaw.code, flaw.line) == (code, 1)


def test_a_run_line_that_names_something_else_than_its_trail_is_told(tmp_path):
    """The run line is no part of the root, so it is held against the head."""
    content = recorded(tmp_path, FIRST)
    (tmp_path / LOG).write_bytes(content.replace(ENGINE, b'"engine":"0.1.9"', 1))
    (flaw,) = verified(tmp_path, again).flaws

    assert (flaw.code, flaw.line, flaw.params["other"]) == ("TRL010", 1, "2")


def test_a_log_cannot_steer_the_terminal(tmp_path):
    """What it says is shown with its control signs spelled out."""
    content = recorded(tmp_path, FIRST)
    evil = content.replace(b'"kind":"run"', b'"kind":"\\u001b[2J\xe2\x80\xae"', 1)
    (tmp_path / LOG).write_bytes(evil)
    told = str(verified(tmp_path, again).flaws[0].diagnose())

    assert "\x1b" not in told
    assert "\u202e" not in told
    assert r"\u001b" in told


def test_every_code_has_words_in_both_languages_with_the_same_blanks():
    """A code is stable; its words may be mended."""
    blank = re.compile(r"\{(\w+)\}").findall
    for code, words in TEXTS.items():
        assert re.fullmatch("TRL0[0-9]{2}", code)
        assert sorted(blank(words.message("id"))) == sorted(blank(words.message("en")))
        assert sorted(blank(words.hint("id"))) == sorted(blank(words.hint("en")))


def test_a_rulebook_without_a_manifest_leaves_no_log(tmp_path):
    """TRL026: nobody could replay it and know that it was the same law; nothing is written."""
    found = evaluated(small())
    undescribed = evolve(found, basis=evolve(found.basis, digest=None))

    with pytest.raises(LogRefusedError, match="TRL026"):
        record(tmp_path / "log", undescribed, at(20))

    assert not (tmp_path / "log").exists()


def test_every_code_is_said_and_every_said_code_is_tested():
    """No code without words, no words without a code that says them, none untried."""
    kernel = Path(log_remarks.__file__).parent
    here = Path(__file__).parent
    code = re.compile(r"TRL[0-9]{3}").findall

    def found(*paths):
        return {name for path in paths for name in code(path.read_text("utf-8"))}

    said = found(*(kernel / f"{name}.py" for name in ("chain", "log", "verification")))
    assert said == TEXTS.keys()
    tests = (here / f"test_log{which}.py" for which in ("", "_disk", "_tampering"))
    assert found(*tests) >= TEXTS.keys()
