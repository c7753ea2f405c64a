"""Hypothesis strategies for whole packages, for systems that embed the engine.

`packages()` gives valid ones as objects, lowest price in one file; `procurements()` those of every
procedure, envelope and method; `preferred()` and `analysed()` add a preference with TKDN, and
analyses of prices, to any of them, `failing()` an act by which one failed, `cancelled()` the
decision that called one off, and `acted_on()` what people did after the result, from the
announcement to the SPPBJ; `near_valid_texts()` gives JSON texts with named faults. `procurements`
aims where you need it to: at a `winner`, at `shares` of the estimate, at the days of
`any_regime()`, at `extreme_amounts`. `reordered()` gives the same package in another order.
Test with them that your system holds for every tender that the engine evaluates, not for the three
that you thought of:

    from hypothesis import given
    from tender_engine import evaluate
    from tender_rules import national
    from tender_rules.testing import packages

    @given(packages(complete=True))
    def test_we_can_print_every_result(package):
        our_report(evaluate(package, national()))

The laws that your own store or evaluator has to hold are in `tender_rules.testing.laws`. Install
with the extra `testing` (`pip install tender-engine[testing]`). No company, person or tender in
them is real.
"""

from tender_rules.testing.acts import acted_on
from tender_rules.testing.clarifications import analysed, preferred
from tender_rules.testing.days import any_regime
from tender_rules.testing.every_procedure import procurements
from tender_rules.testing.faulty import FAULTS, NearValid, near_valid_texts
from tender_rules.testing.happenings import cancelled, failing
from tender_rules.testing.lowest_price import packages
from tender_rules.testing.order import reordered

__all__ = [
    "FAULTS",
    "NearValid",
    "acted_on",
    "analysed",
    "any_regime",
    "cancelled",
    "failing",
    "near_valid_texts",
    "packages",
    "preferred",
    "procurements",
    "reordered",
]
