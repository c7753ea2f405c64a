"""OCDS 1.1, the Open Contracting Data Standard: releases of what is public, and packages of them.

`docs/ocds.md` says field by field what becomes what, and what is not exported and why.
"""

from tender_desk.ocds.faults import OCDS_TEXTS, OcdsError
from tender_desk.ocds.opening import RefusedError
from tender_desk.ocds.release import Published, release_package
from tender_desk.ocds.taking import Taken, package_from_ocds

__all__ = [
    "OCDS_TEXTS",
    "OcdsError",
    "Published",
    "RefusedError",
    "Taken",
    "package_from_ocds",
    "release_package",
]
