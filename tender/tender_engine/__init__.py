"""The kernel: what a tender is, how an evaluation runs, what it leaves behind.

It knows no law and no screen: `tender_rules` holds the law, `tender_desk` what a Pokja works with,
`tender_cli` the face. What stands in
`__all__` is what is promised to whoever embeds it; a name is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tender_engine.comparing import Comparison, compare
    from tender_engine.engine import evaluate
    from tender_engine.evaluation import Evaluation, Result, State
    from tender_engine.faults import Diagnostic, Fault, FaultText, PackageRefusedError
    from tender_engine.findings import Source, Verdict
    from tender_engine.formats.canonical import canonical_json, package_dict, package_digest
    from tender_engine.formats.comparison import comparison_dict
    from tender_engine.formats.evaluation import evaluation_dict
    from tender_engine.formats.reader import Reading, read
    from tender_engine.formats.values import amended, from_values
    from tender_engine.law import LawError
    from tender_engine.log import record
    from tender_engine.log_remarks import LogRefusedError
    from tender_engine.manifest import Manifest, RulebookChangedError
    from tender_engine.model import Assessment, Package, Participant
    from tender_engine.rulebook import Rulebook
    from tender_engine.seals import Sealed, SealedError
    from tender_engine.terms import (
        AssessmentVerdict,
        Binding,
        BusinessSize,
        Category,
        ComponentKind,
        Contract,
        CorrectedBy,
        Decider,
        Doubt,
        Envelope,
        Method,
        NegotiationOutcome,
        ObjectionDecision,
        Panel,
        Part,
        Phase,
        PreviousKind,
        ProcedureName,
        ProofScope,
        Rounding,
        StageId,
        Subject,
        UnbalancedOutcome,
        Unsur,
        WithdrawalCause,
    )
    from tender_engine.trail import decision_lines, root
    from tender_engine.verification import Verification, verify

__version__ = "0.1.0"
__all__ = [  # noqa: RUF022 - several a line
    "__version__", "Assessment", "AssessmentVerdict", "Binding", "BusinessSize", "Category",
    "Comparison", "ComponentKind", "Contract", "CorrectedBy", "Decider", "Diagnostic", "Doubt",
    "Envelope", "Evaluation", "Fault", "FaultText", "LawError", "LogRefusedError", "Manifest",
    "Method", "NegotiationOutcome", "ObjectionDecision", "Package", "PackageRefusedError",
    "Panel", "Part", "Participant", "Phase", "PreviousKind", "ProcedureName", "ProofScope",
    "Reading", "Result", "Rounding", "Rulebook", "RulebookChangedError", "Sealed",
    "SealedError", "Source", "StageId", "State", "Subject", "UnbalancedOutcome", "Unsur",
    "Verdict", "Verification", "WithdrawalCause", "amended", "canonical_json", "compare",
    "comparison_dict", "decision_lines", "evaluate", "evaluation_dict", "from_values",
    "package_dict", "package_digest", "read", "record", "root", "verify",
]  # fmt: skip

_TERMS = (
    "AssessmentVerdict Binding BusinessSize Category ComponentKind Contract CorrectedBy Decider"
    " Doubt Envelope Method NegotiationOutcome ObjectionDecision Panel Part Phase PreviousKind"
    " ProcedureName ProofScope Rounding StageId Subject UnbalancedOutcome Unsur WithdrawalCause"
)
_EXPORTED = {
    "comparing": "Comparison compare",
    "engine": "evaluate",
    "evaluation": "Evaluation Result State",
    "faults": "Diagnostic Fault FaultText PackageRefusedError",
    "findings": "Source Verdict",
    "formats.canonical": "canonical_json package_dict package_digest",
    "formats.comparison": "comparison_dict",
    "formats.evaluation": "evaluation_dict",
    "formats.reader": "Reading read",
    "formats.values": "amended from_values",
    "law": "LawError",
    "log": "record",
    "log_remarks": "LogRefusedError",
    "manifest": "Manifest RulebookChangedError",
    "model": "Assessment Package Participant",
    "rulebook": "Rulebook",
    "seals": "Sealed SealedError",
    "terms": _TERMS,
    "trail": "decision_lines root",
    "verification": "Verification verify",
}
_FROM = {name: module for module, names in _EXPORTED.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
