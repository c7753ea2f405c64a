"""The look of a report and the policy that lets nothing else in."""

import base64
import hashlib
from functools import cache
from importlib import resources

__all__ = ["css", "policy"]


@cache
def css() -> str:
    """The one style block."""
    return (resources.files(__package__) / "report.css").read_text("utf-8")


def policy() -> str:
    """What a browser may do with the file: this style and nothing else; no script, no network."""
    digest = base64.b64encode(hashlib.sha256(css().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
