"""A run that was broken off goes on where its file ends, or says why it cannot."""

import json
import os

import pytest
from attrs import evolve

from tender_desk.batch.jobs import Asked
from tender_desk.batch.many import rows_of
from tender_desk.batch.resuming import begun, head_of, head_place, measured
from tender_desk.batch.telling import BatchError
from tender_rules import national
from tests.desk.batch.packages import REFUSED, sound

JSON = Asked(national, summary=True)
FORMS = (Asked(national), JSON, Asked(national, summary=True, csv=True))


@pytest.fixture
def sources(tmp_path):
    """Three rows that cost next to nothing."""
    (tmp_path / "a.jsonl").write_bytes(b"[\n")
    (tmp_path / "b.jsonl").write_bytes(b"")
    (tmp_path / "c").mkdir()
    return [tmp_path / name for name in ("a.jsonl", "b.jsonl", "c")]


def run(sources, file, asked=JSON, *, resume=False):
    """All rows in a file, or the rest of them."""
    stream, kept = begun(file, head_of(measured(sources, file), asked), asked, resume=resume)
    with stream:
        for row in rows_of(sources, asked, workers=0, since=kept.rows + 1, but=file):
            stream.write(row.line)
    return kept.rows


@pytest.mark.parametrize("asked", [JSON, evolve(JSON, csv=True)], ids=["jsonl", "csv"])
def test_cut_anywhere_it_goes_on_to_the_same_file(sources, tmp_path, asked):
    file = tmp_path / "hasil"
    run(sources, file, asked)
    whole = file.read_bytes()
    for size in range(len(whole) + 1):
        file.write_bytes(whole[:size])
        since = run(sources, file, asked, resume=True)

        assert file.read_bytes() == whole, size
        assert since == max(whole[:size].count(b"\n") - asked.csv, 0)
    file.write_bytes(whole + b"x" * 100)  # nothing of a torn line stays, however long it is
    assert run(sources, file, asked, resume=True) == 3
    assert file.read_bytes() == whole
    file.unlink()
    assert run(sources, file, asked, resume=True) == 0
    assert file.read_bytes() == whole


def test_rows_longer_than_what_is_read_at_once_are_kept(tmp_path, monkeypatch):
    monkeypatch.setattr("tender_desk.batch.resuming._BLOCK", 64)
    (tmp_path / "a.jsonl").write_bytes(sound() + b"\n{}\n")
    file = tmp_path / "hasil"
    run([tmp_path / "a.jsonl"], file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-3])

    assert run([tmp_path / "a.jsonl"], file, resume=True) == 1
    assert file.read_bytes() == whole


@pytest.mark.parametrize("asked", FORMS, ids=["whole", "summary", "csv"])
def test_rows_that_are_there_are_counted_by_their_state(tmp_path, monkeypatch, asked):
    """Whatever stands in a name; an error of the program among them is not forgotten."""
    folder = tmp_path / ';"n":9,"result":"state":"menunggu"'
    folder.mkdir()
    odd = sound('"state":"menunggu";')
    (folder / "a.jsonl").write_bytes(odd + b"\n{}\n" + sound() + b"\n")
    with monkeypatch.context() as broken:
        broken.setattr("tender_desk.batch.work.evaluated_row", lambda job, *_: job.nothing)
        run([folder], tmp_path / "rusak", asked)
    run([folder], tmp_path / "hasil", asked)
    found = []
    for name in ("hasil", "rusak"):
        file = tmp_path / name
        head = head_of(measured([folder], file), asked)
        stream, kept = begun(file, head, asked, resume=True)
        stream.close()
        found.append((dict(kept.states), kept.bugs))

    assert found == [({"dihitung": 2, "ditolak": 1}, 0), ({"ditolak": 3}, 2)]


def test_nothing_is_written_over(sources, tmp_path):
    file = tmp_path / "hasil"
    run(sources, file)
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        run(sources, file)
    file.unlink()
    with pytest.raises(FileExistsError):  # with what it was begun is there still
        run(sources, file)

    assert before.count(b"\n") == 3


def refusal(sources, file, asked=JSON):
    with pytest.raises(BatchError) as refused:
        run(sources, file, asked, resume=True)
    told = refused.value.diagnostic("en")
    assert told.message != refused.value.diagnostic("id").message
    return told.code, told.message


def test_another_run_is_not_gone_on_with(sources, tmp_path):
    """Each of what it was begun with, and what of the sources is another."""
    file = tmp_path / "hasil"
    run(sources, file)
    head = json.loads(head_place(file).read_text("utf-8"))

    code, message = refusal(sources, file, evolve(JSON, root=True))
    assert code == "BCH023"
    assert "(jsonl --summary --lang id; now jsonl --summary --root --lang id)" in message
    assert refusal(sources, file, evolve(JSON, lang="en"))[0] == "BCH023"
    assert refusal(sources[:2], file) == (
        "BCH020",
        f"The sources are others than when this result was begun: {sources[2]}",
    )
    for key, code in (("engine", "BCH021"), ("rulebook", "BCH022")):
        head_place(file).write_text(json.dumps(head | {key: "0.1"}), "utf-8")
        assert refusal(sources, file)[0] == code
    head_place(file).write_text(json.dumps(head), "utf-8")
    (sources[2] / "p").mkdir()
    (sources[2] / "p" / "paket.json").write_bytes(REFUSED)
    assert str(sources[2]) in refusal(sources, file)[1]
    (sources[0]).write_bytes(b"[\n\n")
    assert str(sources[0]) in refusal(sources, file)[1]


@pytest.mark.parametrize(
    "head", [None, b"", b"[]", b"\xff", b'{"format": "tender-batch/2"}', b"[" * 100_000]
)
def test_without_what_it_was_begun_with_nothing_is_gone_on_with(sources, tmp_path, head):
    file = tmp_path / "hasil"
    run(sources, file)
    head_place(file).unlink()
    if head is not None:
        head_place(file).write_bytes(head)

    assert refusal(sources, file)[0] == "BCH024"


@pytest.mark.parametrize("last", [b'{"n":2}\n', b"[]\n", b"\0\0\n", b"\n"])
@pytest.mark.parametrize("asked", [JSON, evolve(JSON, csv=True)], ids=["jsonl", "csv"])
def test_a_file_that_somebody_changed_is_not_gone_on_with(sources, tmp_path, last, asked):
    """A disk that lost its power may leave such a line too."""
    file = tmp_path / "hasil"
    run(sources, file, asked)
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(lines[:-1]) + last)

    assert refusal(sources, file, asked)[0] == "BCH025"
    file.write_bytes(b"".join(lines[: asked.csv] + lines[asked.csv + 1 :]))  # the first row is gone
    assert "Row 1 " in refusal(sources, file, asked)[1]


@pytest.mark.parametrize("resume", [False, True])
def test_two_runs_do_not_write_one_file(sources, tmp_path, resume):
    """The second is refused, and the first goes on as if there were none."""
    file = tmp_path / "hasil"
    head = head_of(measured(sources, file), JSON)
    first, _ = begun(file, head, JSON, resume=resume)
    with first:
        first.write(b"x" * 100)
        assert refusal(sources, file)[0] == "BCH062"
    assert file.read_bytes() == b"x" * 100


@pytest.mark.skipif(os.name == "nt", reason="a link needs leave on Windows")
def test_what_cannot_be_begun_leaves_nothing(sources, tmp_path):
    """A link to what is not there: no file is made, and nothing is in the way next time."""
    file = tmp_path / "hasil"
    file.symlink_to(tmp_path / "tiada" / "hasil")
    with pytest.raises(FileExistsError) as refused:
        run(sources, file)

    assert refused.value.filename is not None
    assert not head_place(file).exists()
