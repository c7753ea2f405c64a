"""The log on a disk that others share and power cuts reach: names, modes, links, halves."""

import os
import stat
import sys

import pytest

from tender_engine import durable
from tender_engine.formats.canonical import package_digest
from tender_engine.log import LOG, PACKAGES, LogRefusedError, record
from tender_engine.trail import root
from tests.builders import at, evaluated
from tests.logs import again, recorded, small, verified

FIRST, SECOND = small(), small("1150000000")
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps names itself")


class Disk:
    """What names a power cut leaves: those that stood in a folder when it was last synced."""

    def __init__(self, monkeypatch):
        self.kept = {}
        sync = durable.sync_folder

        def synced(folder):
            sync(folder)
            self.kept[folder.absolute()] = {path.name for path in folder.iterdir()}

        for module in ("tender_engine.durable", "tender_engine.log"):
            monkeypatch.setattr(f"{module}.sync_folder", synced)

    def keeps(self, path):
        """Whether the name of `path` outlives a power cut."""
        return path.name in self.kept.get(path.absolute().parent, ())


@unix_only
@pytest.mark.parametrize("deep", ["jejak", "a/b/jejak"])
def test_no_name_of_a_new_log_is_lost_with_the_power(tmp_path, monkeypatch, deep):
    """Of the log, the package, and of every folder that was made for them."""
    disk, folder = Disk(monkeypatch), tmp_path / deep
    record(folder, evaluated(FIRST), at(20))
    made = [folder, *(one for one in folder.parents if one != tmp_path and tmp_path in one.parents)]

    for path in [*made, *folder.rglob("*")]:
        assert disk.keeps(path), path


@unix_only
@pytest.mark.parametrize("there", ["a", "a/jejak", "a/jejak/paket"])
def test_what_a_killed_run_made_is_put_on_the_disk(tmp_path, monkeypatch, there):
    """It may have been stopped between making a folder and syncing its name."""
    (tmp_path / there).mkdir(parents=True)
    disk, folder = Disk(monkeypatch), tmp_path / "a" / "jejak"
    record(folder, evaluated(FIRST), at(20))

    for path in (tmp_path / there, folder, *folder.rglob("*")):
        assert disk.keeps(path), path


@unix_only
def test_a_run_that_was_recorded_before_is_on_the_disk_when_that_is_said(tmp_path, monkeypatch):
    """Who wrote it may have been killed before the disk had it."""
    recorded(tmp_path / "jejak", FIRST)
    disk, synced, settle = Disk(monkeypatch), [], durable.settle
    monkeypatch.setattr(
        "tender_engine.log.settle", lambda file: (settle(file), synced.append(file))
    )

    assert not record(tmp_path / "jejak", evaluated(FIRST), at(21))
    assert len(synced) == 1
    for path in (tmp_path / "jejak", *(tmp_path / "jejak").rglob("*")):
        assert disk.keeps(path), path


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@unix_only
@pytest.mark.parametrize(
    ("shared", "folders", "files"), [(False, 0o700, 0o600), (True, 0o750, 0o640)]
)
def test_what_is_new_is_its_owners_alone_unless_it_is_shared(tmp_path, shared, folders, files):
    """Shared, the umask says who may read: 027 takes from 777 and 666."""
    before = os.umask(0o027)
    try:
        record(tmp_path / "a" / "jejak", evaluated(FIRST), at(20), shared=shared)
    finally:
        os.umask(before)

    for path in (tmp_path / "a", *(tmp_path / "a").rglob("*")):
        assert mode(path) == (folders if path.is_dir() else files), path


@unix_only
def test_folders_and_files_that_are_there_keep_their_modes(tmp_path):
    """Somebody gave them; a new package beside them is still its owner's alone."""
    folder = tmp_path / "jejak"
    recorded(folder, FIRST)
    for path, given in ((folder, 0o755), (folder / PACKAGES, 0o775), (folder / LOG, 0o644)):
        path.chmod(given)
    record(folder, evaluated(SECOND), at(21))
    new = folder / PACKAGES / f"{package_digest(SECOND)[7:]}.json"

    assert [mode(path) for path in (folder, folder / PACKAGES, folder / LOG)] == [
        0o755,
        0o775,
        0o644,
    ]
    assert mode(new) == 0o600


def test_the_halves_of_a_killed_run_do_not_stay(tmp_path):
    """Of this package and of another; what else lies there is somebody's."""
    recorded(tmp_path, FIRST)
    packages = tmp_path / PACKAGES
    for digest in (package_digest(FIRST), package_digest(SECOND)):
        (packages / f"{digest[7:]}.json.baru").write_bytes(b'{"half')
    (packages / "catatan.txt").write_text("milik orang", encoding="utf-8")
    record(tmp_path, evaluated(FIRST), at(21))

    assert sorted(path.name for path in packages.iterdir()) == sorted(
        [f"{package_digest(FIRST)[7:]}.json", "catatan.txt"]
    )


def test_a_write_that_fails_leaves_no_half(tmp_path, monkeypatch):
    """Nor does one that is broken off."""
    for error in (OSError(28, "No space left on device"), KeyboardInterrupt()):

        def fail(*_, error=error):
            raise error

        with monkeypatch.context() as patched:
            patched.setattr(durable.os, "write", fail)
            with pytest.raises(type(error)):
                durable.put_new(tmp_path / "a.json", b"x")
        assert list(tmp_path.iterdir()) == []


def linked(place, target):
    """`place`, which was somewhere else and is now a link to it; or a link to nothing."""
    if place.exists():
        place.rename(target)
    place.symlink_to(target, target_is_directory=target.is_dir())


@unix_only
@pytest.mark.parametrize(
    "what", ["", LOG, PACKAGES, f"{PACKAGES}/{package_digest(FIRST)[7:]}.json"]
)
@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_the_logs_place_is_not_followed(tmp_path, what, there):
    """Neither to write nor to make what it points to; the code names the place."""
    folder, target = tmp_path / "jejak", tmp_path / "sasaran"
    if there:
        recorded(folder, FIRST)
    else:
        (folder / what).parent.mkdir(parents=True, exist_ok=True)
    linked(folder / what if what else folder, target)
    before = target.read_bytes() if target.is_file() else target.exists()

    for given in (FIRST, SECOND) if there and not what.startswith(f"{PACKAGES}/") else (FIRST,):
        with pytest.raises(LogRefusedError, match="TRL023") as refused:
            record(folder, evaluated(given), at(22))
        assert refused.value.remark.file == what
    assert (target.read_bytes() if target.is_file() else target.exists()) == before


@unix_only
@pytest.mark.parametrize("made", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_told_and_not_waited_for(tmp_path, made):
    """A pipe would be read for ever; so would a device behind a link."""
    recorded(tmp_path, FIRST)
    (kept,) = (tmp_path / PACKAGES).iterdir()
    kept.unlink()
    made(kept)
    (flaw,) = verified(tmp_path, again).flaws
    assert (flaw.code, flaw.file) == ("TRL023", f"{PACKAGES}/{kept.name}")

    (tmp_path / LOG).unlink()
    made(tmp_path / LOG)
    (flaw,) = verified(tmp_path, again).flaws
    assert (flaw.code, flaw.file) == ("TRL023", LOG)
    with pytest.raises(LogRefusedError, match="TRL023"):
        record(tmp_path, evaluated(FIRST), at(22))


@unix_only
def test_a_folder_under_a_link_is_as_good_as_any(tmp_path):
    """Only the log's own place is meant: offices reach their disks through links."""
    (tmp_path / "cakram").mkdir()
    (tmp_path / "tautan").symlink_to(tmp_path / "cakram", target_is_directory=True)

    assert record(tmp_path / "tautan" / "jejak", evaluated(FIRST), at(20))
    assert verified(tmp_path / "tautan" / "jejak", again).ok


def test_the_digits_in_the_foot_of_a_page_point_to_their_run(tmp_path):
    """With or without the word before them; it is said that they are not the whole root."""
    recorded(tmp_path, FIRST, SECOND)
    digits = root(evaluated(FIRST))[7:23]
    for typed in (digits, f"Jejak {digits}", f"sha256:{digits}", f" {digits.upper()}\n"):
        found = verified(tmp_path, again, typed)

        assert (found.ok, found.anchored, [one.code for one in found.notes]) == (
            True,
            1,
            ["TRL024"],
        )
    for wrong in (digits[:15], root(evaluated(FIRST))[7:24], "0" * 16):
        found = verified(tmp_path, again, wrong)
        assert (found.anchored, [one.code for one in found.flaws]) == (None, ["TRL013"])


def test_the_digits_do_not_vouch_for_a_run_whose_package_is_gone(tmp_path):
    """As the whole root does not."""
    recorded(tmp_path, FIRST)
    next((tmp_path / PACKAGES).iterdir()).unlink()
    found = verified(tmp_path, again, root(evaluated(FIRST))[7:23])

    assert (found.ok, [one.code for one in found.notes]) == (False, ["TRL022"])


def test_digits_that_fit_two_roots_prove_neither(tmp_path, monkeypatch):
    """Whoever has time can make two packages whose roots begin alike."""
    recorded(tmp_path, FIRST, SECOND)
    digits = root(evaluated(FIRST))[7:23]
    monkeypatch.setattr("tender_engine.verification._fits", lambda *_, short: short)
    found = verified(tmp_path, again, digits)
    (flaw,) = found.flaws

    assert (flaw.code, flaw.params["told"], found.anchored) == ("TRL025", "1, 2", None)
