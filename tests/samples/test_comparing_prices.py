"""What a sample's README works by hand of preference, fairness, unbalanced prices and auctions."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from tender_desk.documents.markdown import markdown
from tender_desk.documents.papers import BAHP, WORKING_PAPER, paper
from tender_engine.engine import evaluate
from tender_engine.findings import Verdict
from tender_engine.terms import StageId
from tender_rules import national
from tests.reading import read_text
from tests.rules.pages.reading import number, tables, written
from tests.samples.dossiers import NAMES, amount, dossier, evaluation, rows_of, samples, word

VAT = Decimal("1.11")
LEAST_TKDN = 25


def with_table(heading):
    """The samples whose README has that table."""
    return [name for name in NAMES if rows_of(name, heading)]


def bidders(name):
    return {who["id"]: who for who in dossier(name)["participants"]}


def hps_lines(name):
    return {line["id"]: line for line in dossier(name)["tender"]["hps"]["lines"]}


def price_lines(name, bidder):
    return {line["id"]: line for line in bidders(name)[bidder]["price"]["lines"]}


def facts(name, rule):
    """What a rule found, by bidder."""
    stage = evaluation(name).stage(StageId.EVALUASI_HARGA)
    return {
        verdict.participant: finding.facts
        for verdict in stage.verdicts
        for finding in verdict.findings
        if finding.rule == rule
    }


def test_each_table_stands_somewhere():
    """Without these tables nothing here would be tested."""
    assert {heading: with_table(heading) for heading in ("HEA", "Fairness", "Auction")} == {
        "HEA": ["alat-kesehatan-tkdn"],
        "Fairness": ["irigasi-bawah-80", "laptop-reverse-auction"],
        "Auction": ["laptop-reverse-auction"],
    }


# Preference


@samples
def test_preference_is_told(name):
    """Every bid that was compared by HEA is in a README with that table, and no other."""
    computed = [
        (price.participant, price.corrected_total, price.corrected_total - price.hea, price.hea)
        for price in evaluation(name).prices
        if price.hea is not None
    ]

    assert computed == [
        (row["bidder"], *(amount(row[column]) for column in ("corrected", "reductions", "hea")))
        for row in rows_of(name, "HEA")
    ]


@pytest.mark.parametrize("name", with_table("HEA"))
def test_order_by_hea(name):
    """The order follows the HEA; by price alone another would be first."""
    rows = rows_of(name, "HEA")
    by_price = sorted((amount(row["corrected"]), row["bidder"]) for row in rows)
    places = {bidder: place for place, (_, bidder) in enumerate(by_price, 1)}

    assert {row["bidder"]: int(row["by price"]) for row in rows} == places
    assert sorted((int(row["rank"]), row["bidder"], amount(row["hea"])) for row in rows) == [
        (place.rank, place.participant, place.figure) for place in evaluation(name).ranking
    ]
    assert evaluation(name).winner != by_price[0][1]


@pytest.mark.parametrize("name", with_table("Preference"))
def test_preference_by_line(name):
    """TKDN is the package's, of every line of goods and of no other; the rest follows from it."""
    rate = Decimal(dossier(name)["tender"]["requirements"]["evaluasi_harga"]["tkdn_preference"])
    hps, reductions, seen = hps_lines(name), {}, []
    for row in rows_of(name, "Preference"):
        bidder, line = row["bidder"], row["line"]
        written_line = price_lines(name, bidder)[line]
        tkdn = Decimal(written_line["tkdn_percent"])
        net = Decimal(hps[line]["quantity"]) * Decimal(written_line["unit_price"])
        coefficient = tkdn * rate / 100 if tkdn >= LEAST_TKDN else Decimal(0)
        reduction = coefficient * net * VAT / 100
        columns = ("tkdn", "coefficient", "price with PPN", "reduction")
        told = [amount(row[column]) for column in columns]
        assert told == [tkdn, coefficient, net * VAT, reduction]
        reductions[bidder] = reductions.get(bidder, 0) + reduction
        seen.append((bidder, line))

    assert reductions == {row["bidder"]: amount(row["reductions"]) for row in rows_of(name, "HEA")}
    goods = [line for line, of in hps.items() if of.get("goods") is not False]
    assert len(goods) < len(hps)
    assert seen == [(row["bidder"], line) for row in rows_of(name, "HEA") for line in goods]


# Fairness


def settled(given, second, own):
    """Whose value stands after clarification: the bidder's, the second, or the estimate's."""
    if given["accepted"]:
        return Decimal(given["offered"]), own
    if second in given:
        return Decimal(given[second]), {"agreed": "disepakati", "market": "pasar"}[second]
    return Decimal(given["hps"]), "hps"


def analysis(name, bidder):
    return bidders(name)[bidder]["facts"]["evaluasi_harga"]["kewajaran_harga"]["lines"]


@pytest.mark.parametrize("name", with_table("Analysis"))
def test_components(name):
    """Every component of every analysed line, as clarification settled it."""
    by_hand = []
    for row in rows_of(name, "Analysis"):
        coefficient, unit = row["coefficient"].split()
        figures = (number(coefficient), row["whose"], amount(row["base price"]), row["from"])
        by_hand.append((row["bidder"], row["line"], row["component"], unit, *figures))
        assert figures[0] * figures[2] == amount(row["amount"])

    assert by_hand == [
        (
            bidder,
            line["id"],
            f"{part['id']} {part['description']}",
            part["unit"],
            *settled(part["coefficient"], "agreed", "penawaran"),
            *settled(part["price"], "market", "penawaran"),
        )
        for bidder in dict.fromkeys(row["bidder"] for row in rows_of(name, "Unit costs"))
        for line in analysis(name, bidder)
        for part in line["components"]
    ]


@pytest.mark.parametrize("name", with_table("Unit costs"))
def test_unit_costs(name):
    """Components with overhead, without profit, times the document's volume."""
    direct = {}
    for row in rows_of(name, "Analysis"):
        key = (row["bidder"], row["line"])
        direct[key] = direct.get(key, 0) + amount(row["amount"])
    for row in rows_of(name, "Unit costs"):
        bidder, line = row["bidder"], row["line"]
        given = next(found for found in analysis(name, bidder) if found["id"] == line)
        overhead, volume = Decimal(given["overhead_percent"]), hps_lines(name)[line]["quantity"]
        cost = direct.pop((bidder, line)) * (100 + overhead) / 100
        bid = Decimal(volume) * Decimal(price_lines(name, bidder)[line]["unit_price"])
        assert amount(row["overhead"]) == overhead
        assert amount(row["volume"]) == Decimal(volume)
        assert amount(row["components"]) * (100 + overhead) / 100 == cost
        assert (amount(row["unit cost"]), amount(row["cost"])) == (cost, cost * Decimal(volume))
        assert amount(row["bid"]) == bid

    assert direct == {}


@pytest.mark.parametrize("name", with_table("Base prices"))
def test_base_prices(name):
    """Goods cost what the bidder proved, or else what the market asks."""
    assert [
        (row["bidder"], row["line"], amount(row["price"]), row["from"], amount(row["volume"]))
        for row in rows_of(name, "Base prices")
    ] == [
        (
            bidder,
            line["id"],
            *settled(line["unit_price"], "market", "penawaran"),
            Decimal(hps_lines(name)[line["id"]]["quantity"]),
        )
        for bidder in facts(name, "price.fairness_analysis")
        for line in analysis(name, bidder)
    ]
    for row in rows_of(name, "Base prices"):
        assert amount(row["price"]) * amount(row["volume"]) == amount(row["cost"])


@pytest.mark.parametrize("name", with_table("Fairness"))
def test_fairness_adds_up(name):
    """By the README alone: what was analysed and what was not, and what that proposes."""
    costs = {}
    for row in rows_of(name, "Unit costs") + rows_of(name, "Base prices"):
        costs[row["bidder"]] = costs.get(row["bidder"], 0) + amount(row["cost"])
    for row in rows_of(name, "Fairness"):
        cost, bid = amount(row["cost"]), amount(row["bid"])
        assert costs.pop(row["bidder"]) == amount(row["analysed"])
        assert amount(row["analysed"]) + amount(row["other lines"]) == cost
        assert row["proposal"] == ("wajar" if bid >= cost else "tidak wajar")

    assert costs == {}


def sen(text):
    """An exact amount to the sen, half up."""
    units = Fraction(text) * 100 + Fraction(1, 2)
    return Decimal(units.numerator // units.denominator).scaleb(-2)


@samples
def test_fairness(name):
    """Cost, bid and proposal are the README's; the Pokja's word is there and decides."""
    found = evaluation(name)
    verdicts = {who.participant: who for who in found.stage(StageId.EVALUASI_HARGA).verdicts}

    assert [
        (row["bidder"], amount(row["cost"]), amount(row["bid"]), row["proposal"], row["judged"])
        for row in rows_of(name, "Fairness")
    ] == [
        (
            bidder,
            sen(fact["hasil_klarifikasi"]),
            sen(fact["penawaran_tanpa_ppn"]),
            fact["usulan"],
            fact["penilaian"],
        )
        for bidder, fact in facts(name, "price.fairness_analysis").items()
    ]
    for row in rows_of(name, "Fairness"):
        fair = row["judged"] == "memenuhi"
        assert (verdicts[row["bidder"]].verdict is Verdict.LULUS) is fair


@pytest.mark.parametrize("name", with_table("Fairness"))
def test_working_paper_shows_the_analysis(name):
    """Each line's unit cost and cost stand in the internal paper, and in no BAHP."""
    inside, public = (markdown(paper(evaluation(name), kind)) for kind in (WORKING_PAPER, BAHP))
    rows = [row for found in tables(inside) for row in found if "Harga satuan klarifikasi" in row]
    shown = [
        (
            row["Baris"].split()[0],
            *(row[column].split(",00")[0] for column in ("Harga satuan penawaran", "Jumlah")),
        )
        for row in rows
    ]

    assert shown == [
        (
            row["line"],
            f"Rp{written(Decimal(price_lines(name, row['bidder'])[row['line']]['unit_price']))}",
            f"Rp{row['cost']}",
        )
        for row in rows_of(name, "Unit costs") + rows_of(name, "Base prices")
    ]
    for row in rows_of(name, "Unit costs") + rows_of(name, "Base prices"):
        assert row["cost"] not in public


# Unit prices out of balance


@samples
def test_unbalanced(name):
    """Every unit price above 110 percent of the estimate's, with what clarifying it found."""
    told = {}
    for row in rows_of(name, "Unbalanced"):
        told.setdefault(row["bidder"], {}).setdefault(row["outcome"], []).append(row["line"])
    computed = {
        bidder: {key: lines.split(", ") for key, lines in fact.items() if lines}
        for bidder, fact in facts(name, "price.unbalanced").items()
    }

    assert told == computed


@pytest.mark.parametrize("name", with_table("Unbalanced"))
def test_unbalanced_by_hand(name):
    """By the package alone: those and no others."""
    hps = hps_lines(name)
    shares = {
        (bidder, line["id"]): Fraction(line["unit_price"]) / Fraction(hps[line["id"]]["unit_price"])
        for bidder, who in bidders(name).items()
        for line in who.get("price", {}).get("lines", ())
    }
    rows = rows_of(name, "Unbalanced")

    limit = Fraction(110, 100)
    above = [key for key, share in shares.items() if share > limit]
    assert [(row["bidder"], row["line"]) for row in rows] == above
    at_the_line = [key for key, share in shares.items() if share == limit]
    assert at_the_line == ([("p3", "L09")] if name == "irigasi-bawah-80" else [])
    for row in rows:
        share = Fraction(amount(row["offered"])) / Fraction(amount(row["HPS"]))
        assert share == shares[row["bidder"], row["line"]]
        assert sen(share * 10000) / 100 == amount(row["percent"])


# Who left


@samples
def test_withdrawals(name):
    """Who left is out where it left, for that reason and with that sanction."""
    computed = [
        (who.id, stage, finding.rule, finding.facts.get("sanksi"))
        for who in evaluation(name).package.participants
        for stage, verdict in evaluation(name).verdicts_of(who.id)
        for finding in verdict.findings
        if finding.rule.startswith("withdrawal.")
    ]

    assert [
        (row["bidder"], row["stage"], row["rule"], word(row["sanction"]))
        for row in rows_of(name, "Withdrawals")
    ] == computed


@pytest.mark.parametrize("name", with_table("Withdrawals"))
def test_next_moves_up(name):
    """Of the three that were invited the one behind who left takes its place; nobody comes in."""
    found = evaluation(name)
    gone = {row["bidder"] for row in rows_of(name, "Withdrawals")}
    invited = [place.participant for place in found.ranking if place.rank <= 3]

    assert gone < set(invited)
    assert (found.winner, *found.reserves) == tuple(who for who in invited if who not in gone)


# Auctions

HELD = "laptop-reverse-auction"


@samples
def test_auction(name):
    """What the auction came to is the price and the basis of the bond and the order."""
    ranked = {place.participant: place for place in evaluation(name).ranking}
    computed = [
        (price.participant, price.corrected_total, price.final_total, price.performance_bond)
        for price in evaluation(name).prices
        if price.reverse_auction_total is not None
    ]
    rows = rows_of(name, "Auction")

    assert computed == [
        (row["bidder"], *(amount(row[column]) for column in ("corrected", "auction", "bond")))
        for row in rows
    ]
    for row in rows:
        place = ranked[row["bidder"]]
        assert (place.by, place.figure) == ("harga_reverse_auction", amount(row["auction"]))


@pytest.mark.parametrize("name", with_table("Auction"))
def test_auction_by_hand(name):
    """Percent and bond follow from the auction's totals, and one of them is under the line."""
    hps = Decimal(dossier(name)["tender"]["hps"]["total"])
    under = []
    for row in rows_of(name, "Auction"):
        total = amount(row["auction"])
        low = total < hps * Decimal("0.8")
        assert sen(Fraction(total) / Fraction(hps) * 10000) / 100 == amount(row["percent"])
        assert amount(row["bond"]) == (hps if low else total) * Decimal("0.05")
        under += [row["bidder"]] * low

    assert under == [evaluation(name).winner]


def changed(package, change):
    """The evaluation of a sample's package after a change."""
    copy = json.loads(json.dumps(package))
    change(copy)
    return evaluate(read_text(json.dumps(copy), "paket.json").package, national())


def word_on_fairness(package):
    found = [x for x in package["assessments"] if x.get("criterion") == "kewajaran_harga"]
    return found[0]


@pytest.mark.parametrize("at", [None, "2024-08-21T10:00:00+07:00"])
def test_awaits_the_pokja_after_the_auction(at):
    """Without a word on the low price, or with one from before the auction, it waits."""

    def change(package):
        if at is None:
            package["assessments"].remove(word_on_fairness(package))
        else:
            word_on_fairness(package)["at"] = at

    found = changed(dossier(HELD), change)

    assert found.state == "menunggu"
    assert [(item.stage, item.participant, item.criterion) for item in found.awaiting] == [
        ("evaluasi_harga", "p1", "kewajaran_harga")
    ]


def test_the_same_package_before_and_after():
    """The two laptop samples differ by the auction and what came of it, and by nothing else."""
    before, after = dossier("laptop-dua-penawar"), dossier(HELD)
    since = "2024-08-22"
    held = [event for event in after["events"] if event["at"] < since]
    judged = [entry for entry in after["assessments"] if entry["at"] < since]
    prices = [[who.get("price") for who in of["participants"]] for of in (before, after)]

    assert before["tender"] == after["tender"]
    assert prices[0] == prices[1]
    assert (before["events"], before["assessments"]) == (held, judged)
    assert evaluation("laptop-dua-penawar").winner in evaluation(HELD).reserves
