"""What a worker does: packages in, rows out, as bytes. Engine and rulebook are made once."""

import gc
from functools import lru_cache
from pathlib import Path

from tender_desk.any_file import read_bytes
from tender_desk.batch.beside import Sent
from tender_desk.batch.jobs import Asked, BatchRow, Job, Wanted, packed, unpacked
from tender_desk.batch.rows import evaluated_row, refused_row
from tender_desk.batch.telling import BUG, told
from tender_desk.dossiers import Folder
from tender_desk.file_reading import FileReading
from tender_desk.judging import judged, read_under
from tender_engine import __version__
from tender_engine.rulebook import Rulebook

__all__ = ["answer", "identity"]

_SHOWN = 200


@lru_cache(maxsize=1)
def _rulebook(asked: Asked) -> Rulebook:
    law = asked.law()
    gc.collect()
    gc.freeze()  # it stays as long as the process: nobody need look through it again
    return law


def identity(asked: Asked) -> tuple[str, str]:
    """The version of the engine here, and the digest of the rulebook."""
    return __version__, str(_rulebook(asked).digest)


def answer(data: bytes, asked: Asked) -> bytes:
    """The rows of the packages in `data`, in their order."""
    law = _rulebook(asked)
    return packed([_row(job, law, asked) for job in unpacked(data)])


def _row(job: Job, law: Rulebook, asked: Asked) -> BatchRow | Wanted:
    """The row of a package, or what has to be sent with it."""
    folder = _folder(job, asked)
    try:
        row = _judged(job, law, folder, asked)
    except MemoryError:
        return refused_row(job, [told("BCH017", job.file, asked.lang)], asked)
    except Exception as error:
        where = f"{type(error).__name__}: {error}".splitlines()[0][:_SHOWN]
        fault = told(BUG, job.file, asked.lang, version=__version__, where=where)
        return refused_row(job, [fault], asked)
    if isinstance(folder, Sent) and folder.wanted:
        return Wanted(job.n, tuple(folder.wanted))
    return row


def _judged(job: Job, law: Rulebook, folder: Folder | None, asked: Asked) -> BatchRow:
    reading, _ = read_under(
        lambda law: read_bytes(job.data, job.file, law, folder=folder), law, lambda _: folder
    )
    evaluation, faults = judged(reading, law, folder, asked.lang)
    if evaluation is None:
        return refused_row(job, faults, asked, _code_in(reading))
    return evaluated_row(job, evaluation, asked)


def _code_in(reading: FileReading) -> str:
    """The code of the tender, as far as it could be read."""
    tender = reading.draft and reading.draft.tender
    return (tender and tender.code) or ""


def _folder(job: Job, asked: Asked) -> Folder | None:
    if job.folder is None:
        return None
    return Path(job.folder) if asked.near else Sent(job.folder, job.beside)
