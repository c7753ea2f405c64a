"""The national rulebook of Indonesia, made explicitly from its values, rules and procedures."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path

from tender_engine.declared import Declarations, Words
from tender_engine.manifest import Manifest, RulebookChangedError
from tender_engine.model import Package
from tender_engine.rulebook import Rulebook
from tender_rules.days_off import read_days_off
from tender_rules.loading import (
    check_values,
    days_file,
    national_files,
    overlay_files,
    read_provisions,
    read_states,
)
from tender_rules.not_built import refused_by_name
from tender_rules.objections import OBJECTIONS
from tender_rules.overlays import with_overlay
from tender_rules.parameters import check_parameters, read_parameters
from tender_rules.procedures import pascakualifikasi, prakualifikasi
from tender_rules.procurement_kind import bids_are_due, is_seleksi
from tender_rules.stages import (
    abstaining,
    administration,
    equalization,
    failure,
    low_bids,
    opening,
    proof,
    qualification,
    qualification_failure,
)
from tender_rules.vocabulary import answered_at, schema_words, shipped

__all__ = ["assembled", "national"]

# In the order in which a form has them.
_CHECKS = (
    *opening.CHECKS,
    *administration.CHECKS,
    *qualification.CHECKS,
    *equalization.CHECKS,
    *low_bids.CHECKS,
    *proof.CHECKS,
)
_GROUNDS = {each.id: each for each in (*failure.GROUNDS, *qualification_failure.GROUNDS)}
_PROCEDURES = (*pascakualifikasi.PROCEDURES, *prakualifikasi.PROCEDURES)


# The first flow of all is the plain one, and its name is short.
_NAMED = {"pascakualifikasi_satu_file": "pascakualifikasi"}


def _choose(package: Package) -> str:
    """By when qualification comes and, once bids are due, by how they are handed in."""
    tender = package.tender
    if not bids_are_due(package):
        return str(tender.procedure)
    kind = "seleksi" if is_seleksi(tender) else str(tender.envelope)
    return _NAMED.get(name := f"{tender.procedure}_{kind}", name)


def _shared() -> Mapping[str, Words]:
    # What looks at several tenders is looked up where a schema is made, and at no start.
    from tender_rules.similar.finding import kinds_called

    return kinds_called()


def national(*, expect: str | Manifest | None = None) -> Rulebook:
    """The national law with every local standard that ships, loaded once.

    Args:
        expect: which it has to be: a digest as an evaluation and its record print it, or the
            manifest of an earlier rulebook.

    Raises:
        LawError: the values as written contradict themselves; the message names the places.
        RulebookChangedError: it is not the one expected. Against a digest the message names both
            digests and versions, against a manifest the ids that differ.
    """
    rulebook = _national()
    if isinstance(expect, Manifest):
        _hold_to_manifest(rulebook, expect)
    elif expect is not None and expect != rulebook.digest:
        _refuse_digest(rulebook, expect)
    return rulebook


def _hold_to_manifest(rulebook: Rulebook, expect: Manifest) -> None:
    differing = rulebook.manifest.differing(expect) if rulebook.manifest else ()
    if differing:
        raise RulebookChangedError(
            f"the rulebook is version {rulebook.version}, not {expect.version}; these differ: "
            + ", ".join(differing)
        )


def _refuse_digest(rulebook: Rulebook, expect: str) -> None:
    released = rulebook.manifest.released if rulebook.manifest else {}
    version = released.get(expect, "unknown here")
    raise RulebookChangedError(
        f"the rulebook is {rulebook.digest} (version {rulebook.version}), "
        f"not {expect} (version {version})"
    )


@lru_cache(maxsize=1)
def _national() -> Rulebook:
    manifest = Path(__file__).with_name("manifest.json")
    return assembled().described_by(Manifest.read(manifest.read_text("utf-8")))


@lru_cache(maxsize=1)
def assembled() -> Rulebook:
    """The national rulebook without its manifest, as its values, rules and procedures make it."""
    states = read_states()
    files = national_files()
    provisions = tuple(chain.from_iterable(map(read_provisions, files)))
    check_values(provisions)
    parameters = read_parameters(files)
    vocabulary = shipped()
    rules = {
        rule.id: rule
        for procedure in _PROCEDURES
        for stage in procedure.stages
        for rule in stage.rules
    }
    rulebook = Rulebook(
        version=states.version,
        regimes=states.regimes,
        provisions=provisions,
        overlays={},
        amendments=states.amendments,
        rules=tuple(rules[name] for name in sorted(rules)),
        procedures={procedure.id: procedure for procedure in _PROCEDURES},
        choose=_choose,
        seats=abstaining.seats,
        objections=OBJECTIONS,
        instruments=states.instruments,
        parameters=parameters,
        vocabulary=vocabulary,
        declarations=Declarations(
            _CHECKS,
            *refused_by_name(),
            _GROUNDS,
            answered_at=answered_at(),
            words=schema_words(),
            shared=_shared,
        ),
        days_off=read_days_off(days_file().read_text("utf-8"), days_file().name),
    )
    for name, file in overlay_files().items():
        rulebook = with_overlay(rulebook, name, file.read_text("utf-8"))
    entries = (*provisions, *chain(*rulebook.overlays.values()))
    check_parameters(parameters, entries, vocabulary)
    return rulebook
