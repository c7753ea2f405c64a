"""`tender similar`: what is the same between the bidders of a tender; no verdict, and no paper."""

import click

from tender_cli.command import command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.inputs import evaluated
from tender_cli.output import print_json
from tender_cli.tables import page

__all__ = ["similar"]


@command("similar")
@click.argument("path")
@option("--json", "as_json", is_flag=True)
def similar(path: str, as_json: bool) -> int:
    """Tell the facts that bidders share."""
    from tender_rules.similar.finding import similarities_of

    evaluation = evaluated(path, as_json=as_json)
    found = similarities_of(evaluation)
    if as_json:
        from tender_engine.formats.similarity_writing import similarities_list

        print_json({"similarities": similarities_list(found), "pairs": [], "flags": []})
    else:
        from tender_cli.similar_screen import print_similarities

        print_similarities(found, page())
    return exit_code(evaluation)
