"""What is promised to whoever embeds the engine: these names, loaded when they are asked for."""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tender_desk
import tender_engine
import tender_rules
from tender_rules import testing
from tender_rules.testing import laws

ROOT = Path(__file__).parents[2]
# By what it is for. A name that goes or changes its meaning breaks somebody's system.
KERNEL = {
    "read": "read from_values amended Reading Fault FaultText Diagnostic Package Participant"
    " Assessment Sealed SealedError PackageRefusedError",
    "evaluate": "evaluate Evaluation State Result Verdict Source",
    "write": "package_dict package_digest package_schema canonical_json evaluation_dict"
    " evaluation_schema PackageDict EvaluationDict",
    "compare": "compare Comparison comparison_dict compare_laws LawChanges",
    "keep": "decision_lines root record verify Verification LogRefusedError",
    "law": "Rulebook RulebookChangedError Manifest LawError Ground Parameter"
    " Provision Citation Local Unit Words Vocabulary",
    "terms": "AssessmentVerdict Binding BusinessSize Canceller Category ComponentKind Contract"
    " CorrectedBy Decider Doubt Envelope Method NegotiationOutcome ObjectionDecision Panel Part"
    " Phase PreviousKind ProcedureName ProofScope Rounding StageId Subject UnbalancedOutcome Unsur"
    " WithdrawalCause",
    "itself": "__version__",
}
LAW = {
    "rulebook": "national with_overlay manifest_of OverlayError",
    "tell": "formulas_of Formula OBJECTION_TEXTS OVERLAY_TEXTS",
    "ask what if": (
        "flips WhatIf Flip Outcome what_if_dict DisagreementError"
        " ask_whatif Asked asked_dict WHATIF_TEXTS"
    ),
    "repeat": "repeated faults_of_repeat",
    "compare bids": "similarities",
}
DESK = {
    "read": "read FileReading",
    "many": "evaluate_many BatchRow BatchError PackageBytes PackageLines"
    " read_published Published PublishedError",
    "workbook": "workbook_bytes blank_workbook_bytes worksheet",
    "papers": "paper Paper Audience PAPERS BAHP EVALUATION CLARIFICATION PROOF LETTER"
    " WORKING_PAPER NothingToTellError",
    "sections": "Align Pairs Paragraph Signatory Signatures Standing standing standing_of_stages"
    " Subheading Table table View",
    "write": "markdown bahp_dict docx_bytes pdf_bytes Record KopError PdfNotInstalledError"
    " UnwritableTextError",
    "show": "report reasons Reason",
    "ocds": "release_package Publication OcdsError OCDS_TEXTS"
    " package_from_ocds OcdsTaken OcdsRefusedError",
    "spse": "read_spse SpseReading fill_from_spse compare_spse SpseComparison",
}
TESTING = {
    "draw": "packages procurements preferred analysed cancelled failing acted_on any_regime",
    "change": "reordered near_valid_texts NearValid FAULTS",
}
LAWS = {"hold": "StoreLaws EvaluatorLaws"}
PROMISED = {
    tender_engine: KERNEL,
    tender_rules: LAW,
    tender_desk: DESK,
    testing: TESTING,
    laws: LAWS,
}
OF_DOCUMENTS = {"networkx", "lxml", "openpyxl", "docx", "click", "rich", "hypothesis", "typst"}

packages = pytest.mark.parametrize("package", PROMISED, ids=lambda package: package.__name__)


@packages
def test_these_names_are_promised(package):
    """And no other."""
    promised = [name for names in PROMISED[package].values() for name in names.split()]

    assert sorted(package.__all__) == sorted(promised)


@packages
def test_each_name_is_there_and_is_no_module(package):
    """Else importing the module would put it in the place of what is promised."""
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}

    assert not modules & {*package.__all__}
    for name in package.__all__:
        assert getattr(package, name) is not None
        assert name in dir(package)
    with pytest.raises(AttributeError, match="no attribute 'tiada'"):
        package.tiada  # noqa: B018


def loaded_by(code: str) -> set[str]:
    """The packages that a fresh interpreter has loaded after `code`, and the modules of ours."""
    told = f"{code}\nimport sys; print(*sorted(sys.modules))"
    run = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = {*run.stdout.split()}
    return {n.partition(".")[0] for n in names} | {n for n in names if n.startswith("tender_")}


def test_importing_loads_nothing_that_is_not_asked_for():
    """No law, no library, nothing of Python's own; testing is there for who has its extra."""
    before = loaded_by("")
    found = loaded_by("import tender_engine, tender_rules, tender_desk")

    assert found - before == {
        "tender_engine",
        "tender_engine.exporting",
        "tender_rules",
        "tender_desk",
    }
    assert "hypothesis" in loaded_by("import tender_rules; tender_rules.testing.packages")


def test_what_kernel_and_law_promise_needs_no_library_of_documents():
    """Those come with the workbook and the papers: not even evaluating needs one."""
    every = "from tender_engine import *; from tender_rules import *; from pathlib import Path"
    code = (
        f"{every}; law = national();"
        "found = read(Path('samples/gedung-puskesmas/paket.json'), law);"
        "evaluation_dict(evaluate(found.package, law))"
    )

    assert not loaded_by(code) & OF_DOCUMENTS


GUIDE = (ROOT / "docs" / "embedding.md").read_text("utf-8")
CODE = "\n".join(re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL))


def test_the_guide_for_embedding_goes_no_deeper():
    """Neither its code nor its prose names what is not promised."""
    rooms = {package.__name__: package for package in PROMISED}
    told = re.findall(r"^(?:from|import) (tender\S+)", CODE, re.MULTILINE)

    assert {*told} == {*rooms}
    for room, name in re.findall(r"\b(tender_[a-z]+(?:\.testing)?)\.(\w+)", GUIDE):
        assert name in {*rooms[room].__all__, "testing", "laws"}, f"{room}.{name}"
