"""Rows written so that whoever interrupts the program finds whole lines."""

import signal
import threading
import time
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, BinaryIO

from tender_cli.file_errors import unusable

__all__ = ["WholeLines"]

# In seconds: rows wait no longer for others to be written with.
_PATIENCE = 0.5


class WholeLines:
    """Writes rows to a stream; Ctrl-C waits until a row is written to its end.

    Args:
        stream: where they go.
        file: the file that it is, which is closed at the end; none where it is stdout.
    """

    def __init__(self, stream: BinaryIO, file: Path | None) -> None:
        self._stream, self._file = stream, file
        self._writes = self._interrupted = False
        self._before: Any = None
        self._flushed = time.monotonic()

    def __enter__(self) -> "WholeLines":
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._writes = True
        try:
            self._end()
        finally:
            if self._before is not None:
                signal.signal(signal.SIGINT, self._before)
        if self._interrupted and kind is None:
            raise KeyboardInterrupt

    def write(self, line: bytes) -> None:
        """Write one row.

        Raises:
            UnusableError: the file cannot be written.
        """
        self._writes = True
        try:
            self._stream.write(line)
            if time.monotonic() > self._flushed + _PATIENCE:
                self._stream.flush()
                self._flushed = time.monotonic()
        except OSError as error:
            if self._file is None:
                raise
            raise unusable(error, self._file) from error
        finally:
            self._writes = False
        if self._interrupted:
            self._interrupted = False
            raise KeyboardInterrupt

    def _end(self) -> None:
        if self._file is None:
            self._stream.flush()
            return
        try:
            self._stream.close()
        except OSError as error:
            raise unusable(error, self._file) from error

    def _interrupt(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if not self._writes:
            raise KeyboardInterrupt
        self._interrupted = True
