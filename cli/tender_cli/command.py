"""What every command has in common: help in the language spoken, `--lang`, and `--json`."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from tender_cli.messages import ENVIRONMENT, LANGUAGES, in_words, nearest, placeholder, say
from tender_cli.output import tell

__all__ = [
    "Choice",
    "Command",
    "Group",
    "Misused",
    "Option",
    "Speaking",
    "argument",
    "command",
    "language_option",
    "option",
]

F = TypeVar("F", bound=Callable[..., Any])


class Choice(click.Choice[str]):
    """One of some words; whoever writes another is told the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What is wrong with it."""
        return super().get_invalid_choice_message(value, ctx) + nearest(str(value), self.choices)


class Misused(click.UsageError):
    """What click says of a command line, told on stderr in lines as wide as any message."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(error.format_message(), error.ctx)

    def show(self, file: Any = None) -> None:  # noqa: ARG002 - click's signature
        """Tell the usage, where help is, and what is wrong."""
        if self.ctx is not None:
            tell(self.ctx.get_usage())
            help_ = in_words("Try '{command} {option}' for help.")
            tell(help_.format(command=self.ctx.command_path, option="--help") + "\n\n")
        tell(in_words("Error: {message}").format(message=self.message))


class Option(click.Option):
    """An option whose help is the text `option.<name>`, or that of another name if `told` as it."""

    def __init__(self, *given: Any, told: str = "", **settings: Any) -> None:
        super().__init__(*given, **settings)
        self._told = told

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and what it does."""
        self.help = say("option." + (self._told or self.opts[-1].lstrip("-")))
        return super().get_help_record(ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value, in the language spoken."""
        return placeholder(super().make_metavar(ctx))


class Argument(click.Argument):
    """An argument, called by a word of the language spoken."""

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for it, in the language spoken."""
        return placeholder(super().make_metavar(ctx))


def language_option() -> Option:
    """`--lang`, which stands before or after the name of a command."""
    return Option(["--lang"], type=Choice(LANGUAGES), envvar=ENVIRONMENT, expose_value=False)


class Speaking(click.Command):
    """A command whose usage line and `--help` are in the language spoken."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; click's parser does not know of which command an option is that it refuses."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line."""
        return [in_words(piece) for piece in super().collect_usage_pieces(ctx) if piece]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, anew each time: click keeps the first one, in the language of that call."""
        self._help_option = None
        return super().get_help_option(ctx)


class Command(Speaking):
    """A command whose help is the text `<name>.help`, or that of another name if `told` as it."""

    def __init__(
        self,
        name: str | None,
        *,
        params: Sequence[click.Parameter] | None = None,
        told: str = "",
        **more: Any,
    ) -> None:
        super().__init__(name, params=[*(params or ()), language_option()], **more)
        self.told = told or f"{name}"

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(f"{self.told}.help"))


class Group(Speaking, click.Group):
    """Commands under one name, whose texts are those of the catalogue."""

    def __init__(self, name: str) -> None:
        super().__init__(name, params=[language_option()], no_args_is_help=True)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What they are for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(f"{self.name}.help"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """One line a command."""
        with formatter.section(say("commands")):
            known = self.commands.items()
            told = [(name, one.told) for name, one in known if isinstance(one, Command)]
            formatter.write_dl([(name, say(f"{key}.short")) for name, key in told])


def command(name: str, *, told: str = "") -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function the command `name`; what it returns is the exit code."""
    return click.command(name, cls=Command, told=told)


def argument(name: str, **settings: Any) -> Callable[[F], F]:
    """An argument of a command."""
    return click.argument(name, cls=Argument, **settings)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """An option of a command; its help stands in the catalogues."""
    return click.option(*names, cls=Option, **settings)
