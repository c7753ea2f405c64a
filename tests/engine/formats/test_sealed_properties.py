"""What a price file says of itself is sealed with the price, and any other file's is not."""

from attrs import evolve

from tender_engine.formats.canonical import package_dict
from tender_engine.model import FileProperties, Package
from tender_engine.ordered import ordered
from tender_engine.seals import Sealed
from tender_engine.terms import PropertiesOf
from tests.engine.formats.data import change, read, small_package

AUTHOR = "participants[0].file_metadata[0].author"


def package(author: str = "Ani") -> Package:
    """The small package, whose price file names `author`."""
    made = read(change(small_package(), {AUTHOR: author})).package
    assert made is not None
    return made


def test_only_what_a_price_file_says_is_sealed() -> None:
    """And it says nothing of itself; the other file does."""
    files = package().participants[0].file_metadata
    assert files is not None
    price, other = files
    assert type(price) is Sealed
    assert "Ani" not in repr(files)
    assert isinstance(other, FileProperties)
    assert other.author == "Rudi"
    assert other.of is PropertiesOf.OTHER


def test_a_package_says_all_of_it() -> None:
    """The one who stores a package stores it whole, in whatever order it came."""
    made = package()
    (first, second) = package_dict(made)["participants"][0]["file_metadata"]
    assert {first["author"], second["author"]} == {"Ani", "Rudi"}
    bidder = made.participants[0]
    turned = evolve(bidder, file_metadata=tuple(reversed(bidder.file_metadata or ())))
    other = evolve(made, participants=(turned, *made.participants[1:]))
    assert ordered(other).participants[0] == ordered(made).participants[0]


def test_no_fault_repeats_what_a_price_file_says() -> None:
    """A diagnostic names the place only."""
    told = read(change(small_package(), {AUTHOR: "Rahasia\u200bSekali"})).diagnose()
    assert [one.path for one in told] == [AUTHOR]
    assert "Rahasia" not in str(told)
