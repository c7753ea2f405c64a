"""Every screen in English: nothing of its own stays Indonesian, over the samples and the law."""

import re

import pytest
from click.testing import CliRunner

from tender_cli import tables
from tender_cli.commands import explain
from tender_cli.main import main
from tender_engine.evaluation import Evaluation
from tender_rules import national
from tests.indonesian import left_over, typed_in
from tests.samples.dossiers import NAMES, SAMPLES, dossier, evaluation

# Facts and values stand by their keys, as a package and the law have them.
_BY_KEY = ("facts: ", "value: ")
_VALUE = re.compile(r" = \w+")
RULES = [rule.id for rule in national().rules]


def told(*words: str) -> list[str]:
    result = CliRunner().invoke(main, ["--lang", "en", *words])
    assert result.exit_code in (0, 3), result.output
    lines = (line.strip() for line in result.output.splitlines())
    return [_VALUE.sub("", line) for line in lines if not line.startswith(_BY_KEY)]


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is broken, and a story is told of what was worked out before."""
    monkeypatch.setattr(tables.Plain, "width", 100_000)
    monkeypatch.setattr(tables, "PIPED", 100_000)

    def found(path: str, **_: object) -> Evaluation:
        return evaluation(path.rsplit("/", 1)[-1])

    monkeypatch.setattr(explain, "evaluated", found)


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("name", NAMES)
def test_no_screen_of_a_sample_stays_indonesian(name: str) -> None:
    path, content = str(SAMPLES / name), dossier(name)
    typed = typed_in(content)
    screens = [("evaluate", path)]
    screens += [("explain", path, who["id"]) for who in content["participants"][:2]]
    lines = {line for words in screens for line in told(*words)}
    assert not {line: rest for line in lines if (rest := left_over(line, typed))}


@pytest.mark.parametrize("rule", RULES)
def test_no_word_on_a_rule_stays_indonesian(rule: str) -> None:
    """But for its provisions, which are called as they are."""
    first, *lines = told("explain", rule)
    assert not left_over(first)
    assert not [line for line in lines if "Apa yang diatur" in line]
