"""`tender workflow`: a procedure drawn, with the path that a tender took."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import Choice, argument, command, option
from tender_cli.inputs import STDIN, evaluated
from tender_cli.messages import nearest, say
from tender_cli.output import print_json, print_text
from tender_cli.tables import Page, page
from tender_cli.words import after_award_lines, node_title, spoken

if TYPE_CHECKING:
    from tender_engine.declared import Vocabulary
    from tender_engine.workflow import Edge, Procedure

__all__ = ["workflow"]


@command("workflow")
@argument("topic", metavar="[PROCEDURE|PATH]", required=False)
@option("--after-award", "after", is_flag=True)
@option("--format", "form", type=Choice(("text", "mermaid")), default="text")
@option("--json", "as_json", is_flag=True)
def workflow(topic: str | None, after: bool, form: str, as_json: bool) -> None:
    """Draw a procedure, or what becomes of its result."""
    from tender_desk.documents.kind import Kind
    from tender_engine.graph import mermaid, nodes, path_taken
    from tender_rules import national

    if after:
        _after_award(topic, form, as_json=as_json)
        return
    procedures, words = national().procedures, spoken(national().words)
    taken: tuple[Edge, ...] | None = None
    called_off = ""
    if topic is None:
        procedure = next(iter(procedures.values()))
    elif topic in procedures:
        procedure = procedures[topic]
    elif topic == STDIN or Path(topic).exists():
        evaluation = evaluated(topic, as_json=as_json)
        procedure = procedures[evaluation.procedure]
        taken = path_taken(evaluation)
        kind = Kind.of_evaluation(evaluation)
        called_off = say("evaluate.cancelled", what=kind.fails) if kind.cancelled else ""
    else:
        known = ", ".join(procedures)
        tail = nearest(topic, procedures)
        raise click.UsageError(say("workflow.unknown", found=topic, known=known) + tail)
    if as_json:
        _print_json(procedure, taken)
    elif form == "mermaid":
        titles = {node: node_title(words, procedure.id, node) for node in nodes(procedure.edges)}
        titles |= {label: words.said("outcome", label) for _, label, _ in procedure.edges}
        print_text(mermaid(procedure.edges, titles, taken))
    else:
        _draw(procedure, taken, words, page(), called_off)


def _after_award(path: str | None, form: str, *, as_json: bool) -> None:
    """Draw what becomes of a result; of a tender with the path that it took."""
    from tender_engine.evaluation import AfterAwardState
    from tender_engine.graph import mermaid
    from tender_rules import national
    from tender_rules.procedures.after_award import AFTER_AWARD

    found = None if path is None else evaluated(path, as_json=as_json)
    after = None if found is None else found.after_award
    taken = None if found is None else after.taken if after else ()
    words = spoken(national().words)
    if as_json:
        state = None if after is None else str(after.state)
        waits = [] if after is None else list(after.waits_for)
        edges = _edges_in_json(AFTER_AWARD, taken)
        print_json({"state": state, "waits_for": waits, "edges": edges})
        return
    titles = {str(state): words.said("after_award", state) for state in AfterAwardState}
    titles_of_edges = {cause: words.said("after_award.by", cause) for _, cause, _ in AFTER_AWARD}
    if form == "mermaid":
        print_text(mermaid(AFTER_AWARD, titles | titles_of_edges, taken))
        return
    screen = page()
    screen.line(say("workflow.after_award"))
    if found is not None:
        screen.line(say("workflow.legend"))
        for line in after_award_lines(found, words):
            screen.line(line)
    for number, state in enumerate(titles, 1):
        screen.heading(f"{number}. {titles[state]}")
        for sign, cause, targets in _exits(AFTER_AWARD, (state,), taken):
            told = ", ".join(titles[target] for target in targets)
            screen.line(f"{sign} {titles_of_edges[cause]}: {told}", 3)


def _edges_in_json(
    edges: "Iterable[Edge]", taken: "Collection[Edge] | None"
) -> list[dict[str, str | bool | None]]:
    return [
        {
            "from": origin,
            "outcome": label,
            "to": target,
            "taken": None if taken is None else (origin, label, target) in taken,
        }
        for origin, label, target in edges
    ]


def _print_json(procedure: "Procedure", taken: "Collection[Edge] | None") -> None:
    edges = _edges_in_json(procedure.edges, taken)
    print_json({"procedure": procedure.id, "title": procedure.title.id, "edges": edges})


def _exits(
    edges: "Iterable[Edge]", origins: "Collection[str]", taken: "Collection[Edge] | None"
) -> "Iterator[tuple[str, str, Iterable[str]]]":
    """The exits of `origins`, each with where it leads and a sign for whether it was taken."""
    exits: dict[tuple[str, bool], dict[str, None]] = {}
    for origin, label, target in edges:
        if origin in origins:
            was_taken = taken is not None and (origin, label, target) in taken
            exits.setdefault((label, was_taken), {})[target] = None
    for (label, was_taken), targets in exits.items():
        yield "=>" if was_taken else "->", label, targets


def _draw(
    procedure: "Procedure",
    taken: "Collection[Edge] | None",
    words: "Vocabulary",
    screen: Page,
    called_off: str,
) -> None:
    """Stage by stage, with the exits of each; what was taken is marked with a sign of its own.

    What was `called_off` is said first: it left the procedure by none of its exits.
    """
    from tender_engine.graph import layers

    screen.line(words.said("procedure", procedure.id))
    if taken is not None:
        screen.line(say("workflow.legend"))
    if called_off:
        screen.line(called_off)
    for number, layer in enumerate(layers(procedure), 1):
        screen.heading(f"{number}. {_box(words, procedure, layer)}")
        for sign, label, targets in _exits(procedure.edges, layer, taken):
            to = _box(words, procedure, targets)
            screen.line(f"{sign} {words.said('outcome', label)}: {to}", 3)


def _box(words: "Vocabulary", procedure: "Procedure", entered: Iterable[str]) -> str:
    """Nodes that are entered together, as one."""
    return " + ".join(node_title(words, procedure.id, node) for node in entered)
