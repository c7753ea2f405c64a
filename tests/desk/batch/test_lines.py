"""Files of a package a line: what is read of them, whatever they hold, and how far."""

import gzip
import io

import pytest

from tender_desk.batch import lines as module
from tender_desk.batch.lines import Broken, Line, Lines

TEXT = b'{"a": 1}\r\n\n{"b": 2}\n  \n{"c": 3}'


def read(data, **bounds):
    return [*Lines(io.BytesIO(data), **bounds)]


def test_lines_are_numbered_as_they_stand_and_blank_ones_are_none():
    expected = [Line(1, b'{"a": 1}'), Line(3, b'{"b": 2}'), Line(5, b'{"c": 3}')]

    assert read(TEXT) == expected
    assert read(gzip.compress(TEXT)) == expected
    assert read(b"") == read(gzip.compress(b"")) == []


def test_how_far_a_compressed_file_is_read_is_told_by_its_own_size():
    data = gzip.compress(TEXT * 1000)
    lines = Lines(io.BytesIO(data))

    assert len([*lines]) == 3 * 1000 - 999  # the last line of one text is the first of the next
    assert lines.reached == len(data)


def test_a_compressed_file_cut_anywhere_gives_the_lines_before_and_says_so():
    """What can still be read is; nothing is told of a file that is whole."""
    data = gzip.compress(TEXT)
    whole = read(data)
    for size in range(2, len(data)):
        *before, last = read(data[:size])
        assert (last.code, last.ends) == ("BCH007", True)
        assert before == whole[: len(before)]
        assert last.params == {"last": str(last.number)}


@pytest.mark.parametrize("at", [3, 12, 20, -5, -1])
def test_a_damaged_byte_of_a_compressed_file_is_told(at):
    data = bytearray(gzip.compress(TEXT))
    data[at] ^= 0xFF
    found = read(bytes(data))

    assert isinstance(found[-1], Broken)
    assert found[-1].code == "BCH007"


def test_a_line_that_is_too_long_is_one_fault_and_the_next_is_read():
    found = read(b'{"a": "' + b"x" * 100 + b'"}\n{"b": 2}\n', longest=20)

    assert found == [Broken(1, "BCH008", {"limit": "0"}, ends=False), Line(2, b'{"b": 2}')]
    assert read(b"x" * 20 + b"\n", longest=20) == [Line(1, b"x" * 20)]


def test_the_end_of_a_line_is_not_sought_for_ever():
    data = b"x" * (4 << 20) + b'\n{"b": 2}\n'

    assert [one.code for one in read(data, longest=20, sought=1 << 20)] == ["BCH009"]


@pytest.mark.parametrize("content", [b"x" * (3 << 20), b"\n" * (3 << 20)], ids=["line", "blank"])
def test_what_grows_out_of_all_proportion_is_not_read_on(monkeypatch, content):
    monkeypatch.setattr(module, "_GROWN", 1 << 20)
    found = read(gzip.compress(content), longest=1000)

    assert [(one.code, one.ends) for one in found] == [("BCH010", True)]


def test_a_stream_that_gives_little_at_a_time_is_read_to_its_end():
    """As a pipe does."""

    class Slow(io.BytesIO):
        def read1(self, size=-1):
            return super().read1(min(size, 3))

    assert [*Lines(Slow(gzip.compress(TEXT)))] == read(TEXT)
