"""What every command has in common: help in the language spoken, `--lang`, and `--json`."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from tender_cli.messages import ENVIRONMENT, LANGUAGES, in_words, say

__all__ = ["Command", "Option", "Speaking", "command", "language_option", "option"]

F = TypeVar("F", bound=Callable[..., Any])


class Option(click.Option):
    """An option whose help is the text `option.<name>`, or that of another name if `told` as it."""

    def __init__(self, *given: Any, told: str = "", **settings: Any) -> None:
        super().__init__(*given, **settings)
        self._told = told

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and what it does."""
        self.help = say("option." + (self._told or self.opts[-1].lstrip("-")))
        return super().get_help_record(ctx)


def language_option() -> Option:
    """`--lang`, which stands before or after the name of a command."""
    return Option(["--lang"], type=click.Choice(LANGUAGES), envvar=ENVIRONMENT, expose_value=False)


class Speaking(click.Command):
    """A command whose usage line and `--help` are in the language spoken."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line."""
        return [in_words(piece) for piece in super().collect_usage_pieces(ctx) if piece]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, anew each time: click keeps the first one, in the language of that call."""
        self._help_option = None
        return super().get_help_option(ctx)


class Command(Speaking):
    """A command whose help is the text `<name>.help`."""

    def __init__(
        self, name: str | None, *, params: Sequence[click.Parameter] | None = None, **more: Any
    ) -> None:
        super().__init__(name, params=[*(params or ()), language_option()], **more)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(f"{self.name}.help"))


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command `name`; what it returns is the exit code."""
    return click.command(name, cls=Command)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """An option of a command; its help stands in the catalogues."""
    return click.option(*names, cls=Option, **settings)
