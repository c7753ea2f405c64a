"""What is promised to whoever embeds the engine: these names, loaded when they are asked for."""

import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tender_engine
import tender_rules

DOCS = Path(__file__).parents[2] / "docs" / "embedding.md"
# By what it is for. A name that goes or changes its meaning breaks somebody's system.
KERNEL = {
    "read": "read from_values amended Reading Fault FaultText Diagnostic Package Participant"
    " Assessment Sealed SealedError PackageRefusedError",
    "evaluate": "evaluate Evaluation State Result Verdict Source Rulebook LawError Manifest"
    " RulebookChangedError",
    "write": "package_dict package_digest canonical_json evaluation_dict compare Comparison"
    " comparison_dict",
    "keep": "decision_lines root record verify Verification LogRefusedError",
    "terms": "AssessmentVerdict Binding BusinessSize Category ComponentKind Contract CorrectedBy"
    " Decider Doubt Envelope Method NegotiationOutcome ObjectionDecision Panel Part Phase"
    " PreviousKind ProcedureName ProofScope Rounding StageId Subject UnbalancedOutcome Unsur"
    " WithdrawalCause",
}
LAW = {"manifest_of", "national", "testing"}
HEAVY = ("networkx", "lxml", "openpyxl", "docx", "click", "rich", "hypothesis", "typst")


def test_these_names_are_promised():
    """And no other."""
    promised = {name for names in KERNEL.values() for name in names.split()}

    assert set(tender_engine.__all__) == promised | {"__version__"}
    assert set(tender_rules.__all__) == LAW


@pytest.mark.parametrize("package", [tender_engine, tender_rules], ids=["kernel", "law"])
def test_each_name_is_there_and_is_no_module(package):
    """Else importing the module would put it in the place of what is promised."""
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}

    assert modules & set(package.__all__) <= {"testing"}
    for name in package.__all__:
        assert getattr(package, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'tiada'"):
        package.tiada  # noqa: B018


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after `code`."""
    told = f"{code}\nimport sys; print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_loads_nothing_that_is_not_asked_for():
    """The packages themselves are nearly nothing; no name of theirs needs what a desk needs."""
    assert not {m for m in loaded_by("import tender, tender_rules") if m.startswith("tender.")}
    code = "from tender_engine import *; from tender_rules import national, manifest_of; national()"
    assert not {module.partition(".")[0] for module in loaded_by(code)} & set(HEAVY)


def test_reading_and_evaluating_json_loads_no_library_of_documents():
    """Those come with the workbook and the papers."""
    code = (
        "import tender, tender_rules, pathlib; law = tender_rules.national();"
        "found = tender.read(pathlib.Path('samples/gedung-puskesmas/paket.json'), law);"
        "tender.evaluation_dict(tender.evaluate(found.package, law))"
    )

    assert not {module.partition(".")[0] for module in loaded_by(code)} & set(HEAVY)


def test_the_guide_imports_what_is_promised_and_runs():
    """Every piece of it, one after the other, in the folder of the repository."""
    text = DOCS.read_text("utf-8")
    code = "\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    imports = re.findall(r"^from (\S+) import", code, re.MULTILINE)

    assert set(imports) - sys.stdlib_module_names == {"tender", "tender_rules"}
    space: dict[str, object] = {}
    exec(compile(code, str(DOCS), "exec"), space)
    assert space["evaluation"].state in tender_engine.State
    assert space["again"].faults == ()
