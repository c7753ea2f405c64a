"""How an answer names what it is about, as a place of the package is named elsewhere."""

from tender_engine.model import Assessment, Package
from tender_engine.places import entry_label

__all__ = ["entry_place"]


def entry_place(package: Package, entry: object) -> str:
    """The place of an entry of the panel; its time is named too where others are about the same."""
    if not isinstance(entry, Assessment):
        raise TypeError("no entry of a panel")
    label = entry_label(entry)
    alike = sum(entry_label(each) == label for each in package.assessments)
    return f"assessments[{label}{'' if alike == 1 else f' {entry.at.isoformat()}'}]"
