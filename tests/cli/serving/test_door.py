"""The process: what goes out on its stdout, how it ends, and how a request is ended."""

import io
import json
import os
import signal
import subprocess
import sys

import pytest

from tender_cli.serving import timed
from tender_cli.serving.timed import answer_in_time
from tests.cli.screens import Run
from tests.cli.serving.asking import line_of

TENDER = (sys.executable, "-m", "tender_cli", "serve", "--stdio")
ASKED = line_of("explain", topic="PKT013") + b"\n\n" + line_of("explain", "2", topic="PKT001")
# Whatever prints where the answers go, the answers stand alone there.
NOISY = """
import logging, os, sys, warnings
from tender_cli.serving.door import door
with door() as out:
    print("printed")
    sys.stdout.write("written")
    os.write(1, b"by a library")
    warnings.warn("warned")
    logging.warning("logged")
    out.write(b"answer")
print("after")
"""


def test_every_line_is_answered_until_the_end() -> None:
    """The end of the input is the end, and no error; the child of a timed door is a plain one."""
    command = [*TENDER, "--timeout", "60"]
    ran = subprocess.run(command, input=ASKED, capture_output=True, check=False)
    answers = [json.loads(line) for line in ran.stdout.splitlines()]

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert [answer["id"] for answer in answers] == [1, None, 2]
    assert answers[0]["result"]["code"] == "PKT013"


def test_nothing_but_answers_goes_out() -> None:
    """What is printed, warned, logged or written past Python goes to stderr."""
    # Also what Python keeps a while before it goes anywhere.
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", NOISY]
    ran = subprocess.run(command, capture_output=True, check=True, env=buffered)

    assert ran.stdout.replace(b"\r", b"") == b"answerafter\n"
    for said in (b"printed", b"written", b"by a library", b"warned", b"logged"):
        assert said in ran.stderr


def begun(*more: str) -> "subprocess.Popen[bytes]":
    """A door that has answered its first request."""
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = subprocess.Popen([*TENDER, *more], **pipes)  # type: ignore[call-overload]
    process.stdin.write(ASKED + b"\n")
    process.stdin.flush()
    process.stdout.readline()
    return process  # type: ignore[no-any-return]


def test_it_ends_quietly_where_nobody_listens() -> None:
    """A closed stdout is no error to be told."""
    with begun() as gone:
        assert gone.stdin is not None
        assert gone.stdout is not None
        assert gone.stderr is not None
        gone.stdout.close()
        gone.stdin.write((line_of("schema") + b"\n") * 3)
        gone.stdin.close()

        assert (gone.stderr.read(), gone.wait()) == (b"", 141)


def test_it_ends_quietly_where_somebody_interrupts() -> None:
    """Ctrl-C is none either, also while a child waits for the next request."""
    with begun("--timeout", "60") as stopped:
        stopped.send_signal(signal.SIGINT)
        _, told = stopped.communicate()

        assert (stopped.returncode, told) == (130, b"")


# Answers a line with itself; one that says so never, or by its end.
CHILD = """
import sys, time
for line in sys.stdin.buffer:
    if b"slow" in line: time.sleep(60)
    if b"fall" in line: raise SystemExit(1)
    sys.stdout.buffer.write(line); sys.stdout.flush()
"""


def test_what_takes_too_long_is_ended_and_what_comes_next_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So is a request in which the child falls; a line that is too long never reaches it."""
    monkeypatch.setattr(timed, "_COMMAND", (sys.executable, "-S", "-c", CHILD))
    lines = [b'{"id":1}', b'{"id":"slow"}', b'{"id":3}', b'{"id":"fall"}', b'{"id":5}', b"slow"]
    out = io.BytesIO()
    answer_in_time(io.BytesIO(b"\n".join(lines)), out, 0.3)
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    errors = [answer.get("error", {}).get("code") for answer in told]

    assert [answer["id"] for answer in told] == [1, "slow", 3, "fall", 5, None]
    assert errors == [None, "SRV014", None, "SRV015", None, "SRV014"]
    assert "0.3" in told[1]["error"]["message"]


class Deaf(io.BytesIO):
    """Nobody reads it."""

    def write(self, _: object) -> int:  # type: ignore[override]
        """Fail as a closed pipe does."""
        raise BrokenPipeError


def test_where_nobody_listens_the_child_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not left behind."""
    children = []
    made = timed._Child

    def child() -> timed._Child:
        children.append(made())
        return children[-1]

    monkeypatch.setattr(timed, "_COMMAND", (sys.executable, "-S", "-c", CHILD))
    monkeypatch.setattr(timed, "_Child", child)
    with pytest.raises(BrokenPipeError):
        answer_in_time(io.BytesIO(b'{"id":1}\n{"id":2}\n'), Deaf(), 60)

    assert [one._process.poll() is not None for one in children] == [True]


def test_the_way_is_named(run: Run) -> None:
    """There is one as yet."""
    assert run("serve").exit_code == 2
    assert "--stdio" in run("serve").stderr


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "1e300", "604801", "lama"])
def test_a_time_is_more_than_nothing_and_at_most_a_week(run: Run, seconds: str) -> None:
    """What no clock waits for is refused before anything is asked."""
    told = run("serve", "--stdio", "--timeout", seconds)

    assert (told.exit_code, told.stdout) == (2, "")
    assert "Nilai tidak sah untuk '--timeout'" in told.stderr
    assert " is not " not in told.stderr
