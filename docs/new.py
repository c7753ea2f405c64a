"""Writes the skeleton of a rule, with its page and its test: `python docs/new.py rule ID`.

The three say ISI where something is to be filled in, and the test is red until it is. Nothing that
exists is written over.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any, get_type_hints

_ROOT = Path(__file__).resolve().parents[1]
sys.path[1:1] = [*(str(_ROOT / room) for room in ("tender", "rules", "desk")), str(_ROOT)]

from tender_engine.judgement import Ballot  # noqa: E402
from tender_engine.law import Rule  # noqa: E402
from tender_rules.rulebook import assembled  # noqa: E402

__all__ = ["main"]

_ID = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z]+(?:_[a-z]+)*")

_RULE = '''"""ISI: which provision this is, in a sentence."""

from tender_engine.law import Ask, Outcome, rule
from tender_rules.citations import perpres
from {module} import {file}

__all__ = ["RULES"]


@rule("{id}", "ISI: judulnya", perpres("Pasal ISI"), since="2018-03-22")
def {name}(file: {file}, ask: Ask) -> Outcome | None:
    """ISI: what holds, to the smallest unit; the values of the law are asked for."""
    raise NotImplementedError


RULES = ({name},)
'''

_PAGE = """# ISI: judul
Aturan: {id}

## Apa yang diatur

ISI

## Ketentuan

| Ketentuan | Instrumen | Pasal | Keadaan bacaan |
|---|---|---|---|
| ISI | Perpres 16/2018 | Pasal ISI | teks dibaca |

## Cara menghitung

ISI

## Contoh

ISI: dengan angka, dan dari mana.

| ISI | Hasil |
|---|---|
| ISI | ISI |

## Yang diserahkan kepada manusia

- ISI

## Yang diasumsikan

- ISI
"""

_TEST = '''"""ISI: which provision this is, and where its boundary lies."""

import pytest

from tender_rules.stages.{stem} import RULES


@pytest.mark.parametrize("side", ["on the boundary", "the smallest unit beyond it"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_both_sides_of_the_boundary(rule, side):
    """ISI: figures by your own hand, never from running the code."""
    pytest.fail(f"ISI: {{rule.id}} {{side}}")
'''

_LEFT = """Left to do by hand:
- fill in what says ISI in the three; an article that you looked up
- {name} among the rules of its stage: {stages} (where the two would import each other, move it)
- the example of the page: a runner in tests/rules/pages/, named in RUNNERS of examples.py there
- CHANGELOG.md says which law changed
then: python docs/remake.py; python samples/remake.py
A provision of a topic that has a page goes onto that page, and the new one away.
"""


def main(words: list[str]) -> str | None:
    """Write what `words` ask for; what went wrong, if anything did."""
    if words[:1] != ["rule"] or len(words) != 2:
        return "usage: python docs/new.py rule ID"
    name = words[1]
    if not _ID.fullmatch(name):
        return f"{name}: an id is the stage and the rule, as in price.ceiling"
    rules = assembled().rules
    if name in {known.id for known in rules}:
        return f"{name}: there is a rule of this id"
    beside = [known for known in rules if known.id.startswith(f"{name.split('.')[0]}.")]
    if not beside:
        return f"{name}: no rule begins so; there are {', '.join(_stages(rules))}"
    made = _made(name, beside)
    if there := [path for path in made if (_ROOT / path).exists()]:
        return f"{there[0]} exists; nothing was written"
    for path, text in made.items():
        (_ROOT / path).write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"wrote {path}\n")
    stages = sorted({known.decide.__module__.replace(".", "/") + ".py" for known in beside})
    left = _LEFT.format(name=name.split(".")[1], stages=", ".join(f"rules/{at}" for at in stages))
    sys.stdout.write(left)
    return None


def _stages(rules: tuple[Rule[Any], ...]) -> list[str]:
    return sorted({known.id.split(".")[0] for known in rules})


def _made(name: str, beside: list[Rule[Any]]) -> dict[str, str]:
    """By path, what is written; the rule takes the file that most rules beside it take."""
    files = Counter(next(iter(get_type_hints(known.decide).values())) for known in beside)
    file = next((each for each, _ in files.most_common() if each is not Ballot), Ballot)
    stem = name.replace(".", "_")
    says = {
        "id": name,
        "name": name.split(".")[1],
        "stem": stem,
        "module": file.__module__,
        "file": file.__name__,
    }
    return {
        f"rules/tender_rules/stages/{stem}.py": _RULE.format(**says),
        f"rules/tender_rules/pages/{re.sub('[._]', '-', name)}.md": _PAGE.format(**says),
        f"tests/rules/stages/test_{stem}.py": _TEST.format(**says),
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
