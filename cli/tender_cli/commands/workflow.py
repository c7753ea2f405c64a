"""`tender workflow`: a procedure drawn, with the path that a tender took."""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tender_cli.command import command, option
from tender_cli.inputs import STDIN, evaluated
from tender_cli.messages import nearest, say
from tender_cli.output import print_json, print_text
from tender_cli.tables import Page, page
from tender_cli.words import node_title, spoken

if TYPE_CHECKING:
    from tender_engine.declared import Vocabulary
    from tender_engine.workflow import Edge, Procedure

__all__ = ["workflow"]


@command("workflow")
@click.argument("topic", metavar="[PROCEDURE|PATH]", required=False)
@option("--format", "form", type=click.Choice(("text", "mermaid")), default="text")
@option("--json", "as_json", is_flag=True)
def workflow(topic: str | None, form: str, as_json: bool) -> None:
    """Draw a procedure."""
    from tender_engine.graph import mermaid, nodes, path_taken
    from tender_rules import national

    procedures, words = national().procedures, spoken(national().words)
    taken: tuple[Edge, ...] | None = None
    if topic is None:
        procedure = next(iter(procedures.values()))
    elif topic in procedures:
        procedure = procedures[topic]
    elif topic == STDIN or Path(topic).exists():
        evaluation = evaluated(topic, as_json=as_json)
        procedure = procedures[evaluation.procedure]
        taken = path_taken(evaluation)
    else:
        known = ", ".join(procedures)
        tail = nearest(topic, procedures)
        raise click.UsageError(say("workflow.unknown", found=topic, known=known) + tail)
    if as_json:
        _print_json(procedure, taken)
    elif form == "mermaid":
        titles = {node: node_title(words, procedure.id, node) for node in nodes(procedure.edges)}
        titles |= {label: words.said("outcome", label) for _, label, _ in procedure.edges}
        print_text(mermaid(procedure, titles, taken))
    else:
        _draw(procedure, taken, words, page())


def _print_json(procedure: "Procedure", taken: "Collection[Edge] | None") -> None:
    edges = [
        {
            "from": origin,
            "outcome": label,
            "to": target,
            "taken": None if taken is None else (origin, label, target) in taken,
        }
        for origin, label, target in procedure.edges
    ]
    print_json({"procedure": procedure.id, "title": procedure.title.id, "edges": edges})


def _draw(
    procedure: "Procedure", taken: "Collection[Edge] | None", words: "Vocabulary", screen: Page
) -> None:
    """Stage by stage, with the exits of each; what was taken is marked with a sign of its own."""
    from tender_engine.graph import layers

    screen.line(words.said("procedure", procedure.id))
    if taken is not None:
        screen.line(say("workflow.legend"))
    for number, layer in enumerate(layers(procedure), 1):
        screen.heading(f"{number}. {_box(words, procedure, layer)}")
        exits: dict[tuple[str, bool], dict[str, None]] = {}
        for origin, label, target in procedure.edges:
            if origin in layer:
                was_taken = taken is not None and (origin, label, target) in taken
                exits.setdefault((label, was_taken), {})[target] = None
        for (label, was_taken), targets in exits.items():
            sign = "=>" if was_taken else "->"
            screen.line(
                f"{sign} {words.said('outcome', label)}: {_box(words, procedure, targets)}", 3
            )


def _box(words: "Vocabulary", procedure: "Procedure", entered: Iterable[str]) -> str:
    """Nodes that are entered together, as one."""
    return " + ".join(node_title(words, procedure.id, node) for node in entered)
