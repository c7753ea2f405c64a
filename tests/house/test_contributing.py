"""CONTRIBUTING.md: what it lists is there, and no fact of the law takes more files than it may."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MOST = {
    "Add a named check": 8,
    "Add a ground": 5,
    "Add a document": 5,
    "Correct a value": 4,
}


def files_by_hand(heading):
    """The paths of the numbered list below a heading, one an entry."""
    section = TEXT.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\d+\. `([^`]+)`", section, re.MULTILINE)


def named_paths():
    """Everything in backticks that is written as a path of this repository."""
    plain = re.sub(r"^```.*?^```", "", TEXT, flags=re.MULTILINE | re.DOTALL)
    spoken = re.findall(r"`([^`\n]+)`", plain) + re.findall(r"\]\(([^)]+)\)", plain)
    return sorted({name for name in spoken if is_path(name)})


def is_path(name):
    """Whether it has a slash or the ending of a file; a format, `tender-package/1`, is none."""
    ending = name.rpartition(".")[2] in ("md", "py", "toml", "json")
    sound = re.fullmatch(r"[\w./-]+[\w/]", name) and "..." not in name and not name.endswith("/1")
    return bool(sound and ("/" in name or ending))


@pytest.mark.parametrize(("heading", "most"), MOST.items())
def test_no_more_files_by_hand_than_these(heading, most):
    """Tests and pages counted, what is made not; each stands once."""
    files = files_by_hand(heading)

    assert 3 <= len(files) == len(set(files)) <= most


def test_every_path_it_names_exists():
    """Written from the root, so that it can be opened."""
    known = named_paths()

    assert len(known) > 20
    assert [name for name in known if not (ROOT / name).exists()] == []


def test_what_is_taken_for_a_path():
    """Neither an import, nor a value of the law, nor a format."""
    said = ("docs/new.py", "CHANGELOG.md", "cli -> rules", "price.ceiling", "tender-package/1")

    assert [name for name in said if is_path(name)] == ["docs/new.py", "CHANGELOG.md"]
