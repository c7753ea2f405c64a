"""The command `tender`: languages, exit codes, and each command loaded when it is called.

Exit codes: 0 done, 1 the data is invalid or a verification failed, 2 used wrongly or a file is not
there, 3 the evaluation waits, 4 an error of this program.
"""

import atexit
import errno
import gc
import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from keyword import iskeyword
from typing import Any, TextIO

import click

from tender_cli.command import Misused, Speaking, language_option
from tender_cli.file_errors import unusable
from tender_cli.messages import chosen, in_words, nearest, say, speak
from tender_cli.output import drop_stdout, prepare_streams

__all__ = ["COMMANDS", "Program", "main"]

COMMANDS = (
    "init",
    "check",
    "status",
    "evaluate",
    "bahp",
    "reasons",
    "report",
    "worksheet",
    "explain",
    "similar",
    "compare",
    "whatif",
    "batch",
    "ulang",
    "import",
    "export",
    "workflow",
    "rules",
    "verify",
    "serve",
)

# Nearly all that a command makes stays until its end: it is looked through for what may go after so
# many objects and not after 700, and not once more at the end, where everything goes.
_NEW_OBJECTS = 50_000
atexit.register(gc.freeze)

_INTERNAL_ERROR = 4
# As a shell reports what was ended by SIGINT and SIGPIPE.
_INTERRUPTED, _PIPE_CLOSED = 130, 141


class Program(Speaking, click.Group):
    """The group of all commands. What a command returns is the exit code."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **more: Any,
    ) -> click.Context:
        """Set up streams and language before anything is parsed: `--help` answers in parsing."""
        gc.set_threshold(_NEW_OBJECTS)
        prepare_streams()
        speak(chosen(args, os.environ))
        with _writing():
            return super().make_context(info_name, args, parent, **more)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and leave with its exit code."""
        try:
            with _writing():
                code = super().invoke(ctx)
                sys.stdout.flush()
        except (click.exceptions.Exit, click.ClickException):
            raise
        except KeyboardInterrupt:
            code = _INTERRUPTED
        except BrokenPipeError:
            drop_stdout()
            code = _PIPE_CLOSED
        except Exception as error:
            code = _tell_of_bug(error)
        ctx.exit(code or 0)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, imported now; `None` where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        # A command may be called by a word that Python keeps for itself: `import`.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(importlib.import_module(f"tender_cli.commands.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command of that name; where there is none, the nearest names."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(
                in_words("No such command {name!r}.").format(name=name) + nearest(name, COMMANDS)
            )
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """What the program is for."""
        formatter.write_paragraph()
        formatter.write_text(say("tender.help"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """One line a command, from the catalogue, so that none has to be imported."""
        with formatter.section(say("commands")):
            formatter.write_dl([(name, say(f"{name}.short")) for name in COMMANDS])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The exit codes."""
        with formatter.section(say("exit_codes")):
            formatter.write_dl([(str(code), say(f"exit.{code}")) for code in range(5)])


@contextmanager
def _writing() -> Iterator[None]:
    """Tell of a stdout that cannot be written, and of a wrong use as of all else.

    Raises:
        Misused: the command line is none of this program.
        UnusableError: stdout is closed, its disk is full, or the like.
    """
    stdout: TextIO | None = sys.stdout  # none where the caller closed it
    if stdout is None:
        closed = OSError(errno.EBADF, os.strerror(errno.EBADF))
        raise unusable(closed, say("stdout"))
    try:
        yield
    except click.exceptions.NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise Misused(error) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        # A file that cannot be opened has a name; what a command reads or writes itself it tells.
        if error.filename is not None:
            raise
        drop_stdout()
        raise unusable(error, say("stdout")) from error


def _tell_of_bug(error: Exception) -> int:
    if os.environ.get("TENDER_DEBUG") == "1":
        raise error
    from tender_engine import __version__

    where = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    click.echo(say("bug", version=__version__, where=where), err=True)
    return _INTERNAL_ERROR


main = Program(
    "tender",
    params=[language_option()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    no_args_is_help=True,
)
