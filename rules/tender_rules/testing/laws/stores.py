"""The laws of a store of packages: what comes out is what went in, to the digest."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from hypothesis import strategies as st

from tender_engine.changes import Change
from tender_engine.formats.canonical import canonical_json, package_dict, package_digest
from tender_engine.model import Package
from tender_engine.places import package_changes
from tender_engine.seals import Sealed
from tender_rules.testing.laws.law import Laws, few, law
from tender_rules.testing.laws.tenders import stored
from tender_rules.testing.order import reordered

__all__ = ["StoreLaws"]


class StoreLaws(Laws):
    """What everything that keeps packages must hold: a database, a queue, a format of your own."""

    def kept(self, package: Package) -> Package:
        """`package` as it comes back from your store. This is the one method that you give."""
        raise NotImplementedError

    @law(package=stored())
    def test_the_digest_is_kept(self, package: Package) -> None:
        """What comes back says the same, so every evaluation of it has the same root."""
        kept = self._back(package)
        assert package_digest(kept) == package_digest(package), _told(package, kept)

    @law(package=stored(), data=st.data())
    def test_the_order_of_lists_is_irrelevant(self, package: Package, data: st.DataObject) -> None:
        """Lists that mean nothing by their order may come and go in any."""
        one, other = self._back(package), self._back(data.draw(reordered(package)))
        assert package_digest(one) == package_digest(other), _told(one, other)

    @law(package=stored())
    def test_null_is_not_zero(self, package: Package) -> None:
        """What was unknown stays unknown: it is no zero, no empty list, no *tidak*."""
        kept = self._back(package)
        invented = [each for each in package_changes(package, kept) if each.before is None]
        assert not invented, _said(invented)

    @law(package=stored())
    def test_no_float_touches_an_amount(self, package: Package) -> None:
        """Every figure comes back to its last digit, however long it is."""
        found = package_changes(package, self._back(package))
        moved = [each for each in found if _figure(each.before) and _figure(each.after)]
        assert not moved, _said(moved)

    @law(package=stored())
    def test_every_vote_is_kept(self, package: Package) -> None:
        """No entry of the panel is lost, merged with a later one, or made twice."""
        given, kept = (Counter(_votes(each)) for each in (package, self._back(package)))
        assert given == kept, f"lost: {[*(given - kept)]}, new: {[*(kept - given)]}"

    @law(package=stored())
    def test_what_is_sealed_stays_sealed(self, package: Package) -> None:
        """A price comes back under its seal, which only the stage that opens prices breaks."""
        self._back(package)

    def _back(self, package: Package) -> Package:
        """What came back, as far as it is a package whose prices are sealed."""
        kept: object = self.kept(package)
        assert isinstance(kept, Package), f"what came back is no Package: {kept!r:.200}"
        for who in kept.participants:
            sealed = who.price is None or isinstance(who.price, Sealed)
            assert sealed, f"participants[{who.id}].price came back without its seal"
        return kept


def _votes(package: Package) -> Iterator[str]:
    return map(canonical_json, package_dict(package).get("assessments", ()))


def _figure(value: Any) -> bool:
    try:
        return isinstance(value, str) and Decimal(value).is_finite()
    except InvalidOperation:
        return False


def _told(given: Package, kept: Package) -> str:
    return _said(package_changes(given, kept))


def _said(found: Iterable[Change[Any]]) -> str:
    return few(f"{each.name}: {each.before} came back as {each.after}" for each in found)
