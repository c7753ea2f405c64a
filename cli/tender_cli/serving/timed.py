"""The door with a limit of time: a child answers, which is ended where it takes too long."""

import subprocess
import sys
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, BinaryIO

from tender_cli.messages import language
from tender_cli.serving.answering import answered, unanswered
from tender_cli.serving.lines import lines_of, written
from tender_cli.serving.refusals import RefusedRequestError

__all__ = ["answer_in_time"]

# Not from where the caller stands: a folder there may have our name.
_COMMAND = (sys.executable, "-P", "-m", "tender_cli", "serve", "--stdio", "--lang")


def answer_in_time(stream: BinaryIO, out: BinaryIO, seconds: float) -> None:
    """Answer every line as `answer_all` does; what takes longer than `seconds` is ended.

    Raises:
        BrokenPipeError: nobody reads the answers.
    """
    child = _Child()
    try:
        for line in lines_of(stream):
            if line is None:
                written(answered(line), out)
                continue
            try:
                told = child.answer(line, seconds)
            except RefusedRequestError as error:
                child.end()
                child = _Child()
                told = unanswered(line, error)
            written(told, out)
    finally:
        child.end()


class _Child:
    """The same program without a limit of time, in a process of its own."""

    def __init__(self) -> None:
        command = (*_COMMAND, language())
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._lines: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listener.start()
        self._ready = False

    def _listen(self, stdout: IO[bytes]) -> None:
        """Put each line where it can be waited for; at the end an empty one."""
        with stdout:
            for line in stdout:
                self._lines.put(line)
        self._lines.put(b"")

    def answer(self, line: bytes, seconds: float) -> bytes:
        """The answer to a line.

        Raises:
            RefusedRequestError: there is none in time, or the child ended.
        """
        if not self._ready:
            # A blank line is answered as soon as there is somebody to answer; loading is not timed.
            self._ask(b"", None)
            self._ready = True
        try:
            return self._ask(line, seconds)
        except Empty:
            raise RefusedRequestError("SRV014", {"seconds": f"{seconds:g}"}) from None

    def _ask(self, line: bytes, seconds: float | None) -> bytes:
        assert self._process.stdin is not None
        with suppress(OSError):  # who is gone is told by the end of what it says
            written(line + b"\n", self._process.stdin)
        told = self._lines.get(timeout=seconds)
        if not told:
            raise RefusedRequestError("SRV015")
        return told

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        if self._process.stdin is not None:
            with suppress(OSError):  # what it was not told any more
                self._process.stdin.close()
