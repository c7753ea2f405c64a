"""The table of what is what, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["BIDS", "CURRENCY", "EXTENSION", "NPWP", "NPWP_TOO", "REQUIREMENTS", "mapping"]

_ROOT = "https://raw.githubusercontent.com/open-contracting-extensions/"
BIDS = f"{_ROOT}ocds_bid_extension/v1.1.5/extension.json"
REQUIREMENTS = f"{_ROOT}ocds_requirements_extension/master/extension.json"
# Where nobody has said at which address the extension of this program is served.
EXTENSION = "urn:ocds-extension:tender-evaluasi:1.0"
CURRENCY = "IDR"
# The register of the Direktorat Jenderal Pajak at org-id.guide, in which an NPWP is; and as others
# call it: by the code that it had for a month, or by what stands in it.
NPWP = "ID-DJP"
NPWP_TOO = frozenset({NPWP, "ID-NPWP", "NPWP"})


@cache
def mapping() -> Mapping[str, Mapping[str, Any]]:
    """The sections of `mapping.toml`."""
    return tomllib.loads(Path(__file__).with_name("mapping.toml").read_text("utf-8"))
