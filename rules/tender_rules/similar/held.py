"""What names the businesses and people around a tender, each value with whose it is."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC

from attrs import evolve, frozen

from tender_engine.declared import Words
from tender_engine.evaluation import Evaluation
from tender_engine.model import FileProperties, Member, Participant, Person
from tender_engine.seals import Seals
from tender_engine.similarity import Strength
from tender_rules.similar import spelling
from tender_rules.similar.kind_of_fact import KindOfFact
from tender_rules.similar.taxpayers import branch_of
from tender_rules.stages.administration import BID_BOND, Bond

__all__ = ["KINDS", "Held", "Kind", "held_by_all"]

# Values shorter than this say nothing, however they are written.
_LEAST_SIGNS = 3


@frozen
class Kind(KindOfFact):
    """A kind of value: how two of it are compared; `secret` ones show their last four signs."""

    spelled: Callable[[str], str]
    secret: bool = False


@frozen
class Held:
    """One value and whose it is.

    `bidder` is the participant, or `None` of somebody on the other side of the table; `at` says
    where it stands, and `role` of a person what it is there. `within` is the wider value that it
    is a part of, such as the taxpayer of a branch. What `moves` is of one business now and of
    another later, such as a person offered for a work; `tender` is the number of the tender it
    stands in, of several. `serial` is what stands around the serial part of a number and this part.
    """

    kind: Kind
    value: str
    bidder: str | None
    at: str
    within: str | None = None
    role: str = ""
    nik: str | None = None
    moves: bool = False
    tender: int = 0
    serial: tuple[str, str] | None = None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _joined(text: str) -> str:
    return spelling.letters(text).replace(" ", "")


KUAT, LEMAH = Strength.KUAT, Strength.LEMAH
NPWP = Kind("npwp", Words("NPWP", "NPWP"), KUAT, spelling.npwp, secret=True)
NIK = Kind("nik", Words("NIK", "NIK"), KUAT, _joined, secret=True)
DEED = Kind("akta", Words("akta", "deed"), KUAT, _plain)
ACCOUNT = Kind(
    "rekening", Words("rekening bank", "bank account"), KUAT, spelling.account, secret=True
)
SERIAL = Kind("nomor_seri", Words("nomor seri peralatan", "serial number"), KUAT, _joined)
PLATE = Kind("nomor_polisi", Words("nomor polisi peralatan", "number plate"), KUAT, _joined)
CERTIFICATE = Kind("sertifikat", Words("sertifikat", "certificate"), KUAT, _joined)
BOND = Kind("nomor_jaminan", Words("nomor jaminan", "number of a bond"), KUAT, _joined)
COMPANY = Kind("nama_badan_usaha", Words("nama badan usaha", "name"), LEMAH, spelling.company)
PERSON = Kind("nama_orang", Words("nama orang", "name of a person"), LEMAH, spelling.person)
ADDRESS = Kind("alamat", Words("alamat", "address"), LEMAH, spelling.address)
PHONE = Kind("telepon", Words("telepon", "telephone"), LEMAH, spelling.phone)
MAIL = Kind("surel", Words("surel", "mail"), LEMAH, spelling.mail)
ISSUER = Kind("penerbit_jaminan", Words("penerbit jaminan", "issuer"), LEMAH, spelling.company)
AUTHOR = Kind("penulis_berkas", Words("penulis berkas", "author of a file"), LEMAH, _plain)
SAVED = Kind("penyimpan_berkas", Words("penyimpan berkas", "who saved a file"), LEMAH, _plain)
OFFICE = Kind("perusahaan_berkas", Words("perusahaan pada berkas", "company"), LEMAH, _plain)
MADE = Kind("waktu_berkas", Words("waktu pembuatan berkas", "time of a file"), LEMAH, _plain)
SOFTWARE = Kind("perangkat_lunak", Words("perangkat lunak", "software"), LEMAH, _plain)
# In the order in which they are told.
KINDS = (
    NPWP, NIK, DEED, ACCOUNT, SERIAL, PLATE, CERTIFICATE, BOND,
    COMPANY, PERSON, ADDRESS, PHONE, MAIL, ISSUER, AUTHOR, SAVED, OFFICE, MADE, SOFTWARE,
)  # fmt: skip


def held_by_all(evaluation: Evaluation) -> Iterator[Held]:
    """Every value that can be compared; nothing that an unopened price file says of itself."""
    package, seals = evaluation.given, Seals()
    for price in evaluation.prices:
        seals.open(price.participant)
    for who in package.participants:
        yield from _of_bidder(who)
        yield from _of_files(who, seals)
    for member in package.pokja.members:
        yield from _held(PERSON, member.name, None, f"Pokja {member.id}")
    for party in package.parties or ():
        at = f"{party.kind} {party.id}"
        # A company or a person: a PPK stands by its own name.
        for kind in (COMPANY, PERSON):
            yield from _held(kind, party.name, None, at)
        yield from _people((*(party.officers or ()), *(party.shareholders or ())), None, at)


def _held(
    kind: Kind, text: str | None, bidder: str | None, at: str, within: str | None = None
) -> Iterator[Held]:
    value = kind.spelled(text) if text else ""
    if len(value) >= _LEAST_SIGNS:
        yield Held(kind, value, bidder, at, within)


def _of_bidder(who: Participant) -> Iterator[Held]:
    yield from _of_business(who, who)
    for member in who.members:
        yield from _of_business(member, who)
    contact = who.contact
    lists = (
        (ACCOUNT, who.bank_accounts),
        (PHONE, contact and contact.phone),
        (MAIL, contact and contact.email),
        (ADDRESS, (who.address,)),
        (DEED, [spelling.deed(each.number, each.date, each.notary) for each in who.deeds or ()]),
    )
    for kind, texts in lists:
        for text in texts or ():
            yield from _held(kind, text, who.id, who.id)
    yield from _people((*(who.officers or ()), *(who.shareholders or ())), who.id, who.id)
    for each in _offered(who):
        yield evolve(each, moves=True)
    bond = who.known(BID_BOND)
    if isinstance(bond, Bond):
        issuer = spelling.company(bond.issuer or "")
        for each in _held(BOND, bond.number, who.id, who.id, within=issuer):
            yield evolve(each, serial=spelling.serial(bond.number or ""))
        yield from _held(ISSUER, bond.issuer, who.id, who.id)


def _offered(who: Participant) -> Iterator[Held]:
    """The people and machines that a bidder names for the work."""
    people, machines = who.key_personnel or (), who.equipment or ()
    for kind, texts in (
        (SERIAL, [machine.serial for machine in machines]),
        (PLATE, [machine.plate for machine in machines]),
        (CERTIFICATE, [one.certificate for one in people]),
    ):
        for text in texts:
            yield from _held(kind, text, who.id, who.id)
    yield from _people(people, who.id, who.id)


def _of_business(business: Participant | Member, bidder: Participant) -> Iterator[Held]:
    at = bidder.id if business is bidder else f"{bidder.id} anggota {business.id}"
    number = spelling.npwp(business.npwp or "")
    yield from _held(NPWP, business.npwp, bidder.id, at, branch_of(number))
    yield from _held(COMPANY, business.name, bidder.id, at)


def _people(people: Iterable[Person], bidder: str | None, at: str) -> Iterator[Held]:
    for one in people:
        nik = _joined(one.nik or "") or None
        role = one.position or ""
        for kind, text in ((NIK, one.nik), (NPWP, one.npwp), (PERSON, one.name)):
            for each in _held(kind, text, bidder, at):
                yield Held(kind, each.value, bidder, at, None, role, nik)


def _of_files(who: Participant, seals: Seals) -> Iterator[Held]:
    for held in who.file_metadata or ():
        if isinstance(held, FileProperties):
            file = held
        elif seals.is_open(who.id):
            file = seals.read(who.id, held)
        else:
            continue
        made = file.created.astimezone(UTC).isoformat() if file.created else None
        for kind, text in (
            (AUTHOR, file.author), (SAVED, file.last_by), (OFFICE, file.company), (MADE, made),
            (SOFTWARE, file.software),
        ):  # fmt: skip
            yield from _held(kind, text, who.id, who.id)
