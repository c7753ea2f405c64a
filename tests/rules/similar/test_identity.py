"""What names two bidders: every kind planted once and found, and what honest bidders share."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve

from tender_engine.law import Ask
from tender_engine.model import (
    Contact,
    Deed,
    Equipment,
    FileProperties,
    Member,
    Party,
    Person,
    PokjaMember,
    PriceCommitment,
)
from tender_engine.seals import Sealed
from tender_engine.terms import CommitmentAlgorithm, Envelope, PropertiesOf
from tender_rules import national
from tender_rules.similar.held import KINDS, held_by_all
from tender_rules.similar.identity import shared_values
from tender_rules.stages.administration import Bond
from tests.builders import ADMINISTRASI, bidder, evaluated, known, package

DAY = dt.date(2015, 3, 1)
MADE = dt.datetime(2022, 5, 9, 8, 30, 11, tzinfo=dt.UTC)
WIB = dt.timezone(dt.timedelta(hours=7))
LAW = national().law_for(package().tender)


def found(*bidders, **more):
    """What these bidders share, and with whom."""
    given = package(*bidders)
    evaluation = evaluated(evolve(given, **more) if more else given)
    return shared_values(held_by_all(evaluation), Ask(LAW))


def three(first, second, **others):
    """Three bidders: p1 and p2 with these attributes, p3 with none."""
    both = {name: value for name, value in others.items() if value is not None}
    return (
        evolve(bidder("p1"), name="PT Satu", **first, **both),
        evolve(bidder("p2"), name="CV Dua", **second, **both),
        evolve(bidder("p3"), name="UD Tiga"),
    )


def bonded(number, issuer="Bank Contoh"):
    """The facts of a bond as it was handed in."""
    bond = Bond(Decimal(20_000_000), dt.date(2022, 8, 1), number, issuer)
    return {"facts": {ADMINISTRASI: known(bid_bond=bond)}}


def machine(**more):
    return {"equipment": (Equipment("a1", "Ekskavator", **more),)}


def file(of=PropertiesOf.OTHER, **more):
    made = FileProperties("berkas", of, **more)
    return {"file_metadata": (Sealed(made) if of is PropertiesOf.PRICE else made,)}


# By kind: what p1 has, what p2 has, and what is printed.
PLANTED = {
    "npwp": (
        {"npwp": "01.234.567.8-901.000"},
        {"npwp": "0012345678901000"},
        "************1000",
    ),
    "npwp_cabang_lain": (
        {"npwp": "01.234.567.8-901.000"},
        {"npwp": "0012345678901002"},
        "************1000; ************1002",
    ),
    "nik": (
        {"officers": (Person("Budi", nik="3174 0102 0304 0005"),)},
        {"shareholders": (Person("B. Santosa", nik="3174010203040005"),)},
        "************0005",
    ),
    "akta": (
        {"deeds": (Deed("12", DAY, "Sri  Contoh, S.H."),)},
        {"deeds": (Deed("No. 12", DAY, "Notaris SRI CONTOH SH, M.Kn."),)},
        "12 2015-03-01 sri contoh",
    ),
    "rekening": (
        {"bank_accounts": ("Bank Contoh 0012-0034-00",)},
        {"bank_accounts": ("0012003400",)},
        "******3400",
    ),
    "nomor_seri": (machine(serial="KMT-001"), machine(serial="kmt 001"), "kmt001"),
    "nomor_polisi": (machine(plate="N 1234 XX"), machine(plate="N1234XX"), "n1234xx"),
    "sertifikat": (
        {"key_personnel": (Person("Ani", certificate="SKK 1021"),)},
        {"key_personnel": (Person("Ina", certificate="SKK-1021"),)},
        "skk1021",
    ),
    "nomor_jaminan": (bonded("BG-0071", "Bank A"), bonded("BG 0071", "Bank B"), "bg0071"),
    "nomor_jaminan_berurutan": (bonded("BG-0071"), bonded("BG-0072"), "bg0071; bg0072"),
    "nama_orang": (
        {"officers": (Person("Ir. Budi Santosa, M.T."),)},
        {"officers": (Person("BUDI SANTOSA S.T.", nik="1"),)},
        "budi santosa",
    ),
    "alamat": (
        {"address": "Jalan Melati Nomor 5"},
        {"address": "Jl. Melati No. 5"},
        "jl melati no 5",
    ),
    "telepon": (
        {"contact": Contact(phone=("+62 812-3456-7890",))},
        {"contact": Contact(phone=("0812 3456 7890",))},
        "081234567890",
    ),
    "surel": (
        {"contact": Contact(email=("Kantor@Contoh.test",))},
        {"contact": Contact(email=("kantor@contoh.test",))},
        "kantor@contoh.test",
    ),
    "penerbit_jaminan": (bonded("A1", "PT Bank A"), bonded("B7", "Bank A"), "banka"),
    "penulis_berkas": (file(author="Rudi H"), file(author="RUDI  H"), "rudi h"),
    "penyimpan_berkas": (file(last_by="Rudi H"), file(last_by="rudi h"), "rudi h"),
    "perusahaan_berkas": (file(company="Toko Z"), file(company="toko z"), "toko z"),
    "waktu_berkas": (
        file(created=MADE),
        file(created=MADE.astimezone(WIB)),
        "2022-05-09t08:30:11+00:00",
    ),
    "perangkat_lunak": (file(software="Estimator 9"), file(software="estimator 9"), "estimator 9"),
}  # fmt: skip


@pytest.mark.parametrize("kind", PLANTED)
def test_what_is_planted_is_found(kind):
    """Of p1 and p2, once, in the form in which it was compared; p3 has nothing to do with it."""
    first, second, shown = PLANTED[kind]
    (told,) = [one for one in found(*three(first, second)) if one.kind == kind]
    assert told.participants == ("p1", "p2")
    assert (told.facts["dibandingkan_sebagai"], told.facts["pada"].split("; ")) == (
        shown,
        [part for part in told.facts["pada"].split("; ") if part.startswith(("p1", "p2"))],
    )
    assert told.count == 2


def test_every_kind_is_planted():
    """A kind that is added is added here."""
    own = {"nama_badan_usaha"}  # of which there is a test of its own
    assert {kind.id for kind in KINDS} <= PLANTED.keys() | own


def test_a_name_of_a_business_alone_is_weak_and_says_how_many():
    """PT, CV and signs part nobody; nothing else is the same."""
    made = [
        evolve(bidder(f"p{n}"), name=name)
        for n, name in enumerate(
            ("PT. Karya Jaya", "CV KARYA-JAYA", "Karya Jaya, UD", "PT Lain"), 1
        )
    ]
    (told,) = found(*made)
    assert (told.kind, str(told.strength), told.participants) == (
        "nama_badan_usaha",
        "lemah",
        ("p1", "p2", "p3"),
    )
    assert told.facts["berbagi"] == "3"


def test_a_member_of_a_kso_that_bids_alone_or_twice():
    """Its number is that of a bidder, or of a member of another KSO."""
    joined = Member("a", "PT Induk", npwp="01.234.567.8-901.000")
    made = (
        evolve(bidder("p1"), name="KSO Satu", members=(joined,)),
        evolve(bidder("p2"), name="KSO Dua", members=(evolve(joined, id="b"),)),
        evolve(bidder("p3"), name="PT Induk", npwp="0012345678901000"),
    )
    (told,) = [one for one in found(*made) if one.kind == "npwp"]
    assert told.participants == ("p1", "p2", "p3")
    assert told.facts["pada"] == "p1 anggota a; p2 anggota b; p3"


def test_panel_and_parties_stand_on_the_other_side():
    """A bidder and one of them; two of them alone are nobody's concern."""
    officer = {"officers": (Person("Dewi Lestari", position="direktur"),)}
    parties = (
        Party("k1", "PT Konsultan", "ppk", officers=(Person("Dewi Lestari"), Person("Eka"))),
        Party("k2", "PT Lainnya", "perencana", officers=(Person("Eka"),)),
        Party("k3", "Ir. Dewi Lestari, M.T.", "ppk"),
    )
    given = package(*three(officer, {}))
    panel = evolve(
        given.pokja, members=(PokjaMember("m1", "Dewi Lestari"), *given.pokja.members[1:])
    )
    (told,) = found(*three(officer, {}), pokja=panel, parties=parties)
    assert (told.kind, told.participants, told.facts["berbagi"]) == ("nama_orang", ("p1",), "4")
    assert told.facts["pada"] == "Pokja m1; p1 (direktur); ppk k1; ppk k3"


def test_another_nik_is_another_person():
    """Of one name with two numbers nothing is told; with one number the number is told alone."""
    both = [{"officers": (Person("Budi", nik=f"317401020304000{n}"),)} for n in (5, 6)]
    assert found(*three(*both)) == []
    assert [one.kind for one in found(*three(both[0], both[0]))] == ["nik"]


def test_a_bidder_shares_nothing_with_itself():
    """A director who is an owner as well, and one address of mail twice."""
    twice = {
        "officers": (Person("Budi", nik="3174010203040005"),),
        "shareholders": (Person("Budi", nik="3174010203040005"),),
        "contact": Contact(email=("a@contoh.test", "A@contoh.test")),
    }
    assert found(*three(twice, {})) == []


def test_a_number_of_which_digits_are_hidden_names_nobody():
    """What is shown may be the same in the numbers of many."""
    hidden = {"npwp": "01.2**.***.*-***.000"}
    assert found(*three(hidden, hidden)) == []


@pytest.mark.parametrize("word", ["admin", "Microsoft  Excel", "HP", "User"])
def test_common_values_point_to_nobody(word):
    """As the list has them (`similar.umum`), however they are written."""
    assert " ".join(word.casefold().split()) in str(LAW.value("similar.umum").value).split("; ")
    assert found(*three(file(author=word, software=word), file(author=word, software=word))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("BG-0071/2023", "BG-0072/2023"),
        ("0099/BG/JKT/05/2023", "0100 BG.JKT.05.2023"),
        ("BG 2023 0071", "bg-2023-0072"),
        ("20230071", "20230072"),
    ],
)
def test_a_number_follows_another_wherever_its_serial_part_stands(one, other):
    """Most are written before a month and a year."""
    kinds = {each.kind: each.participants for each in found(*three(bonded(one), bonded(other)))}
    assert kinds["nomor_jaminan_berurutan"] == ("p1", "p2")


@pytest.mark.parametrize(
    ("one", "other"),
    [("0071/BG/2023", "0071/BG/2024"), ("0071/BG/05/2023", "0071/BG/06/2023")],
)
def test_a_year_or_a_month_is_no_serial_part(one, other):
    kinds = {each.kind for each in found(*three(bonded(one), bonded(other)))}
    assert kinds == {"penerbit_jaminan"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("BG-0071", "BG-0073"), ("BG-0071", "BH-0072"), ("BG-071", "BG-0072"), ("BG", "BH")],
)
def test_numbers_that_do_not_follow_each_other(one, other):
    """A gap, another series, another number of digits, no digits."""
    kinds = {each.kind for each in found(*three(bonded(one), bonded(other)))}
    assert kinds == {"penerbit_jaminan"}
    apart = found(*three(bonded("BG-0071", "Bank A"), bonded("BG-0072", "Bank B")))
    assert apart == []


def test_what_an_unopened_price_file_says_is_not_looked_at():
    """Of two files nobody has opened a price; in one file all are open."""
    priced = file(PropertiesOf.PRICE, author="Rudi H")
    assert [one.kind for one in found(*three(priced, priced))] == ["penulis_berkas"]
    given = package(*three(priced, priced), envelope=Envelope.DUA_FILE)
    assert shared_values(held_by_all(evaluated(given)), Ask(LAW)) == []


def test_a_commitment_is_not_compared():
    """It is the digest of a price: two of it would tell of both while they are shut."""
    committed = {"price_commitment": PriceCommitment(CommitmentAlgorithm.SHA256, "a" * 64)}
    assert found(*three(committed, committed)) == []


def test_a_hundred_identical_bidders_are_one_fact_a_value():
    """And tell at most twenty places of each."""
    everything = {"npwp": "0012345678901000", "address": "Jalan Melati 5"}
    made = [evolve(bidder(f"p{n}"), name=f"Nama {n}", **everything) for n in range(1, 101)]
    told = found(*made)
    assert [one.kind for one in told] == ["npwp", "alamat"]
    assert {(one.count, len(one.participants)) for one in told} == {(100, 100)}
    assert {len(one.facts["pada"].split("; ")) for one in told} == {20}
