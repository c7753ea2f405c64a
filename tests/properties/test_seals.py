"""A sealed price is out of reach: at run time over random orders, and by type."""

from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from mypy import api

from tender_engine.findings import Verdict
from tender_engine.judgement import whole_panel
from tender_engine.model import Package, Participant
from tender_engine.seals import SealedError, reveal_for_storage
from tender_engine.workflow import Case
from tender_rules import national
from tender_rules.stages.files import price_file
from tender_rules.stages.opening import opening
from tender_rules.stages.pricing import arithmetic
from tender_rules.testing import packages
from tests.tries import tries

_ROOT = Path(__file__).parents[2]
_NAMES = st.sampled_from(["p1", "p2", "p3"])


class Envelopes(RuleBasedStateMachine):
    """Stages are entered in any order, for any bidder; only an opening gives a price away."""

    @initialize(package=packages(bidders=(3, 3), complete=True))
    def hand_in(self, package: Package) -> None:
        """Three bids, all sealed."""
        graph = national().procedures["pascakualifikasi"]
        self.case = Case.of(
            package, national().law_for(package.tender), graph, whole_panel(package)
        )
        self.opened: set[str] = set()

    @rule(name=_NAMES)
    def open(self, name: str) -> None:
        """The opening breaks one seal; not that of a file which cannot be opened."""
        decision = opening.decide(self.case, self.case.participants[name])
        if decision.verdict is Verdict.LULUS:
            self.opened.add(name)

    @rule(name=_NAMES)
    def correct(self, name: str) -> None:
        """Correction reads a price, so it needs the seal broken."""
        bidder = self.case.participants[name]
        if name in self.opened:
            decision = arithmetic.decide(self.case, bidder)
            assert decision.price is not None
        else:
            with pytest.raises(SealedError):
                arithmetic.decide(self.case, bidder)

    @rule(name=_NAMES)
    def look_at_the_corrected_price(self, name: str) -> None:
        """A later stage has no price before the engine has noted the correction."""
        with pytest.raises(KeyError):
            price_file(self.case, self.case.participants[name], None)

    @invariant()
    def only_what_was_opened_is_read(self) -> None:
        """Who is not opened is refused by name, whatever else was opened."""
        for name, bidder in self.bidders():
            assert bidder.price is not None
            if name in self.opened:
                assert self.case.price(name) == reveal_for_storage(bidder.price)
            else:
                with pytest.raises(SealedError, match=name):
                    self.case.price(name)

    @invariant()
    def nothing_sealed_is_printed(self) -> None:
        """A bidder that is printed by accident does not tell its price."""
        for _, bidder in self.bidders():
            assert "stated_total" not in repr(bidder)
            assert "Sealed(...)" in repr(bidder)

    def bidders(self) -> list[tuple[str, Participant]]:
        """The three who bid; nobody before the start."""
        case: Case | None = getattr(self, "case", None)
        return [(name, case.participants[name]) for name in ("p1", "p2", "p3")] if case else []


TestEnvelopes = Envelopes.TestCase
TestEnvelopes.settings = settings(tries(12), stateful_step_count=15)

_RULE = """
from tender_engine.law import Ask, Outcome, passes, rule
from tender_rules.citations import DOCUMENT
from tender_rules.stages.files import BidFile, PriceFile

@rule("x.y", "Uji", DOCUMENT, since="2018-03-22")
def uji(file: {file}, ask: Ask) -> Outcome | None:
    return passes("Uji", total=file.total)
"""
_STAGE = """
from tender_engine.law import Rule
RULES: tuple[Rule[BidFile], ...] = (uji,)
"""


_FACT = """
from tender_rules.stages.administration import BID_BOND, BID_VALIDITY
from tender_rules.stages.files import BidFile


def offered(file: BidFile) -> int | None:
    return file.facts.of({check})
"""


def _mypy(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, int]:
    snippet = folder / "snippet.py"
    snippet.write_text(text, "utf-8")
    monkeypatch.setenv("MYPYPATH", f"{_ROOT / 'tender'}:{_ROOT / 'rules'}")
    monkeypatch.chdir(folder)
    cache = f"--cache-dir={folder / 'cache'}"
    said, _, code = api.run(["--strict", "--config-file=", cache, str(snippet)])
    return said, code


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (_RULE.format(file="BidFile"), '"BidFile" has no attribute "total"'),
        (_RULE.format(file="PriceFile") + _STAGE, "Incompatible types"),
        (_RULE.format(file="PriceFile"), ""),
        (_FACT.format(check="BID_BOND"), "Incompatible return value type"),
        (_FACT.format(check="BID_VALIDITY"), ""),
    ],
    ids=[
        "asks-for-the-total",
        "price-rule-in-an-early-stage",
        "price-rule",
        "another-checks-fact",
        "its-own-fact",
    ],
)
def test_a_rule_that_asks_for_what_is_not_its_own_is_a_type_error(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    complaint: str,
) -> None:
    """A rule of administration has no price to ask for, and a check only its own kind of fact."""
    folder = tmp_path_factory.getbasetemp()
    said, code = _mypy(folder, text, monkeypatch)

    assert complaint in said
    assert bool(complaint) == bool(code)
