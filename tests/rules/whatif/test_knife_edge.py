"""The sample whose winner hangs on one score, against the figures that its README works by hand."""

from fractions import Fraction

from tender_rules import flips, national, what_if_dict
from tests.samples.dossiers import NOTHING, evaluation, table

NAME = "aplikasi-selisih-tipis"


def found():
    return flips(evaluation(NAME).given, national())


def told(outcome):
    return NOTHING if outcome is None else outcome.winner


def test_every_boundary_by_hand():
    """Exact boundary, and who wins below, at and above it, as the README has them."""
    by_subject = {(flip.kind, flip.subject, flip.exact): flip for flip in found().flips}
    rows = table(NAME, "What would have turned it")

    for row in rows:
        flip = by_subject[row["kind"], row["subject"], Fraction(row["exact"])]
        sides = (row["below"], row["at"], row["above"])
        assert tuple(map(told, (flip.below, flip.at, flip.above))) == sides


def test_one_score_lowered_by_one_unit():
    """65 of one member, lowered by the smallest figure that can be written: A instead of B."""
    place = "assessments[evaluasi_teknis C tek.rancangan m1].score"
    down = next(f for f in found().flips if f.subject == place and f.exact == 65)

    assert (down.now, down.before, down.after) == ("65", "65.000001", "64.999999")
    assert told(down.below) == "A"
    assert told(down.at) == told(down.above) == "B"


def test_the_weight_is_held_by_the_law():
    """A is as good as B at a weight of 58,8..., below what the law lets a document set."""
    assert not [flip for flip in found().flips if flip.kind == "bobot"]


def test_a_price_at_the_line_would_wait():
    """C stands at 80 percent of the HPS: a sen less and its price has to be judged."""
    place = "participants[C].price.stated_total"
    waits = next(flip for flip in found().to_waiting if flip.subject == place)

    assert waits.exact == 1_000_000_000
    assert waits.below.kind == "menunggu"
    assert waits.below.codes == ("penilaian",)
    assert told(waits.at) == "B"


def test_acts_are_set_aside_and_named():
    assert [event.type for event in found().set_aside] == [
        "penetapan", "berita_acara", "pengumuman",
    ]  # fmt: skip


def test_in_order():
    """By kind, then by how far it is of the range, then by subject."""
    kinds = [flip.kind for flip in found().flips]
    order = list(dict.fromkeys(kinds))
    scores = [flip for flip in found().flips if flip.kind == "nilai"]

    assert order == [
        "harga_total", "nilai", "ambang_batas", "hps", "penilaian", "peserta_keluar",
    ]  # fmt: skip
    assert [flip.relative for flip in scores] == sorted(flip.relative for flip in scores)


def test_as_plain_values():
    """The keys of the format, and fractions as texts."""
    value = what_if_dict(found())
    first = value["flips"][0]

    assert list(value) == [
        "outcome", "set_aside", "flips", "to_waiting", "waits_for", "steady", "ranges",
        "further", "further_waiting", "unlooked",
    ]  # fmt: skip
    assert first["exact"] == "6000000000000/5477"
    assert first["at"] is None
    assert value["steady"] is False
