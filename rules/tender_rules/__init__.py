"""The law: dated values, rules with citations, and procedures as graphs. It knows the kernel.

What stands in `__all__` is what is promised; `testing`, beside it, needs the extra of that name.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tender_rules import testing
    from tender_rules.manifest import manifest_of
    from tender_rules.rulebook import national

__all__ = ["manifest_of", "national", "testing"]

_FROM = {"manifest_of": "manifest", "national": "rulebook"}


def __getattr__(name: str) -> Any:
    if name == "testing":
        return import_module("tender_rules.testing")
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
    globals()[name] = found
    return found
