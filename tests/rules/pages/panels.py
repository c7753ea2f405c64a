"""The examples about scores: what a panel gives, under which weights and thresholds."""

import re
from fractions import Fraction

from tender_engine.terms import Method, Unsur
from tests.builders import TEKNIS, bidder, evaluated
from tests.procurements import score, scored, scored_criterion
from tests.rules.pages.reading import rounded
from tests.rules.pages.running import NONE, each, said_of
from tests.rules.pages.scored import accepted, plainly, selected, tendered, threshold, weighed


def panel_of(rows, text):
    """Each member's score on two criteria, their means under the weights, and the thresholds."""
    weights = re.search(r"metode berbobot (\d+) dengan ambang batas (\d+).*berbobot (\d+)", text)
    on_method, least, on_staff = weights.groups()
    criteria = (
        scored_criterion("metode", on_method, threshold=least),
        scored_criterion("tenaga", on_staff),
    )
    given = [
        score(TEKNIS, row["Peserta"], value, criterion, by=f"m{member}")
        for row in rows
        for criterion in ("metode", "tenaga")
        for member, value in enumerate(row[f"Nilai {criterion}"].split("; "), 1)
        if value != "belum"
    ]
    asks = weighed("60", "40") | scored(TEKNIS, threshold(text), "60", criteria)
    who = [bidder(row["Peserta"], price=None) for row in rows]
    terms = {"method": Method.SISTEM_NILAI, "asks": asks, "assessments": given, "events": []}
    made = evaluated(tendered({}, *who, **terms))
    return [judged_by_score(made, row["Peserta"]) for row in rows]


def judged_by_score(evaluation, name):
    weighted = {
        facts["kriteria"]: shown_score(facts["nilai_terbobot"])
        for facts in facts_of(evaluation, name, "score.criterion")
        if "nilai_terbobot" in facts
    }
    total = evaluation.score(name)
    return {
        "Metode terbobot": weighted.get("metode", NONE),
        "Tenaga terbobot": weighted.get("tenaga", NONE),
        "Nilai total": rounded(total.technical) if total else NONE,
        "Hasil": said_of(evaluation, TEKNIS, name),
    }


def facts_of(evaluation, name, rule):
    """The facts that `rule` found about `name` at the technical stage, each time it looked."""
    found = (v for v in evaluation.stage(TEKNIS).verdicts if v.participant == name)
    return [finding.facts for v in found for finding in v.findings if finding.rule == rule]


def shown_score(text):
    return rounded(Fraction(text))


def components(rows, text):
    """A unsur made of nine components: their sum out of nine times a hundred, under its weight."""
    weight, highest = re.search(r"berbobot (\d+), dengan nilai tertinggi .* = (\d+)", text).groups()
    rest = str(100 - int(weight))
    criteria = (
        scored_criterion("unsur", weight, highest=highest),
        scored_criterion("lainnya", rest),
    )
    given = [
        entry
        for row in rows
        for entry in (
            score(TEKNIS, row["Peserta"], row["Jumlah nilai"], "unsur"),
            score(TEKNIS, row["Peserta"], "100", "lainnya"),
        )
    ]
    asks = weighed("60", "40") | scored(TEKNIS, "10", "60", criteria)
    who = [bidder(row["Peserta"], price=None) for row in rows]
    terms = {"method": Method.SISTEM_NILAI, "asks": asks, "assessments": given, "events": []}
    made = evaluated(tendered({}, *who, **terms))
    return [
        {"Nilai unsur": rounded(made.score(row["Peserta"]).technical - int(rest), 2)}
        for row in rows
    ]


@each
def unsur_weights(row):
    """The weights of the three unsur against their ranges."""
    cells = {unsur: row[str(unsur).replace("_", " ").capitalize()] for unsur in Unsur}
    criteria = tuple(
        scored_criterion(str(unsur), plainly(cell), unsur=unsur) for unsur, cell in cells.items()
    )
    asks = scored(TEKNIS, "70", criteria=criteria)
    return {"Hasil": accepted(selected({}, {"p1": "900000000"}, asks=asks))}
