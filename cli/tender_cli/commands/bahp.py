"""`tender bahp`: the Berita Acara Hasil Pemilihan as Markdown or JSON."""

import json
from pathlib import Path

import click

from tender_cli.command import command, option
from tender_cli.commands.evaluate import exit_code
from tender_cli.inputs import UnusableError, evaluated, unusable
from tender_cli.messages import say
from tender_cli.output import print_text, tell, write_new

__all__ = ["bahp"]


@command("bahp")
@click.argument("path")
@option("--format", "form", type=click.Choice(("markdown", "json")), default="markdown")
@option("--json", "as_json", is_flag=True)
@option("--internal", is_flag=True)
@option("--output", metavar="FILE", type=click.Path(path_type=Path))
def bahp(path: str, form: str, as_json: bool, internal: bool, output: Path | None) -> int:
    """Write the minutes; while acts are missing they say KONSEP."""
    from tender_rules.documents.bahp import minutes

    as_json = as_json or form == "json"
    evaluation = evaluated(path, as_json=as_json)
    record = minutes(evaluation, internal=internal)
    if as_json:
        from tender_rules.documents.as_json import bahp_dict

        text = json.dumps(bahp_dict(record), ensure_ascii=False, indent=2) + "\n"
    else:
        from tender_rules.documents.markdown import markdown

        text = markdown(record)
    if output is None:
        print_text(text)
    else:
        _write(output, text)
    return exit_code(evaluation)


def _write(output: Path, text: str) -> None:
    try:
        written = write_new(output, text)
    except OSError as error:
        raise unusable(error, output) from error
    if not written:
        raise UnusableError(say("file.exists", path=output))
    tell(say("file.written", path=output))
