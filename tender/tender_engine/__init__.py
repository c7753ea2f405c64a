"""The kernel: what a tender is, how an evaluation runs, what it leaves behind.

It knows no law and no screen: `tender_rules` holds the law, `tender_desk` what a Pokja works with,
`tender_cli` the face. What stands in `__all__` is what is promised to whoever embeds it; a name is
loaded when it is first asked for.
"""

from tender_engine.exporting import exported

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tender_engine.comparing import Comparison, compare
    from tender_engine.declared import (
        Ground,
        Parameter,
        Unit,
        Vocabulary,
        Words,
    )
    from tender_engine.engine import evaluate
    from tender_engine.evaluation import Evaluation, Result, State
    from tender_engine.faults import Diagnostic, Fault, FaultText, PackageRefusedError
    from tender_engine.findings import Citation, Source, Verdict
    from tender_engine.formats.canonical import canonical_json, package_dict, package_digest
    from tender_engine.formats.comparison import comparison_dict
    from tender_engine.formats.evaluation_writing import evaluation_dict, evaluation_schema
    from tender_engine.formats.reader import Reading, read
    from tender_engine.formats.schema import package_schema
    from tender_engine.formats.typed_evaluation import EvaluationDict
    from tender_engine.formats.typed_package import PackageDict
    from tender_engine.formats.values import amended, from_values
    from tender_engine.law import LawError, Local, Provision
    from tender_engine.law_changes import LawChanges, compare_laws
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
        Canceller,
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

__version__ = "0.2.0"
__all__ = [
    "Assessment", "AssessmentVerdict", "Binding", "BusinessSize", "Canceller", "Category",
    "Citation", "Comparison", "ComponentKind", "Contract", "CorrectedBy", "Decider", "Diagnostic",
    "Doubt", "Envelope", "Evaluation", "EvaluationDict", "Fault", "FaultText", "Ground",
    "LawChanges", "LawError", "Local", "LogRefusedError", "Manifest", "Method",
    "NegotiationOutcome", "ObjectionDecision", "Package", "PackageDict", "PackageRefusedError",
    "Panel", "Parameter", "Part", "Participant", "Phase", "PreviousKind", "ProcedureName",
    "ProofScope", "Provision", "Reading", "Result", "Rounding", "Rulebook", "RulebookChangedError",
    "Sealed", "SealedError", "Source", "StageId", "State", "Subject", "UnbalancedOutcome", "Unit",
    "Unsur", "Verdict", "Verification", "Vocabulary", "WithdrawalCause", "Words", "__version__",
    "amended", "canonical_json", "compare", "compare_laws", "comparison_dict", "decision_lines",
    "evaluate", "evaluation_dict", "evaluation_schema", "from_values", "package_dict",
    "package_digest", "package_schema", "read", "record", "root", "verify",
]  # fmt: skip

if not TYPE_CHECKING:
    __getattr__, __dir__ = exported(
        __name__,
        {
            "comparing": "Comparison compare",
            "declared": "Ground Parameter Unit Vocabulary Words",
            "engine": "evaluate",
            "evaluation": "Evaluation Result State",
            "faults": "Diagnostic Fault FaultText PackageRefusedError",
            "findings": "Citation Source Verdict",
            "formats.canonical": "canonical_json package_dict package_digest",
            "formats.comparison": "comparison_dict",
            "formats.evaluation_writing": "evaluation_dict evaluation_schema",
            "formats.reader": "Reading read",
            "formats.schema": "package_schema",
            "formats.typed_evaluation": "EvaluationDict",
            "formats.typed_package": "PackageDict",
            "formats.values": "amended from_values",
            "law": "LawError Local Provision",
            "law_changes": "LawChanges compare_laws",
            "log": "record",
            "log_remarks": "LogRefusedError",
            "manifest": "Manifest RulebookChangedError",
            "model": "Assessment Package Participant",
            "rulebook": "Rulebook",
            "seals": "Sealed SealedError",
            "terms": (
                "AssessmentVerdict Binding BusinessSize Canceller Category ComponentKind Contract"
                " CorrectedBy Decider Doubt Envelope Method NegotiationOutcome ObjectionDecision"
                " Panel Part Phase PreviousKind ProcedureName ProofScope Rounding StageId"
                " Subject UnbalancedOutcome Unsur WithdrawalCause"
            ),
            "trail": "decision_lines root",
            "verification": "Verification verify",
        },
    )
