"""The law: dated values, rules with citations, and procedures as graphs. It knows the kernel.

What stands in `__all__` is what is promised, and so is what `tender_rules.testing` has in its own,
which needs the extra of that name.
"""

from tender_engine.exporting import exported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tender_rules import testing as testing
    from tender_rules.formulas import Formula, formulas_of
    from tender_rules.manifest import manifest_of
    from tender_rules.objections import OBJECTION_TEXTS
    from tender_rules.overlay_error import OVERLAY_TEXTS, OverlayError
    from tender_rules.overlays import with_overlay
    from tender_rules.repeats.holding import faults_of_repeat
    from tender_rules.repeats.making import repeated
    from tender_rules.rulebook import national
    from tender_rules.similar.finding import similarities
    from tender_rules.whatif.answer import Flip, Outcome, WhatIf
    from tender_rules.whatif.as_json import asked_dict, what_if_dict
    from tender_rules.whatif.boundaries import DisagreementError
    from tender_rules.whatif.own_question import WHATIF_TEXTS, Asked, ask_whatif
    from tender_rules.whatif.what_if import flips

__all__ = [
    "OBJECTION_TEXTS",
    "OVERLAY_TEXTS",
    "WHATIF_TEXTS",
    "Asked",
    "DisagreementError",
    "Flip",
    "Formula",
    "Outcome",
    "OverlayError",
    "WhatIf",
    "ask_whatif",
    "asked_dict",
    "faults_of_repeat",
    "flips",
    "formulas_of",
    "manifest_of",
    "national",
    "repeated",
    "similarities",
    "what_if_dict",
    "with_overlay",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = exported(
        __name__,
        {
            "formulas": "Formula formulas_of",
            "manifest": "manifest_of",
            "objections": "OBJECTION_TEXTS",
            "overlay_error": "OVERLAY_TEXTS OverlayError",
            "overlays": "with_overlay",
            "repeats.holding": "faults_of_repeat",
            "repeats.making": "repeated",
            "rulebook": "national",
            "similar.finding": "similarities",
            "testing": "testing",
            "whatif.answer": "Flip Outcome WhatIf",
            "whatif.as_json": "asked_dict what_if_dict",
            "whatif.boundaries": "DisagreementError",
            "whatif.own_question": "Asked WHATIF_TEXTS ask_whatif",
            "whatif.what_if": "flips",
        },
    )
