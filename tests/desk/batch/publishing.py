"""Tables of what was published, facts of tenders, and rows of a run that have them."""

from decimal import Decimal

from tender_desk.batch.causes import Facts
from tender_desk.batch.comparing import Comparing
from tender_desk.batch.jobs import Asked, BatchRow
from tender_desk.batch.published import read_published
from tender_desk.batch.rows import json_line
from tender_desk.batch.table_cells import cells_line
from tender_desk.spse.whose_row import Known
from tender_engine.evaluation import Result, State
from tender_rules import national

HEAD = "code;result;winner;winner_npwp;price;ground"
ASKED = Asked(national, summary=True, against="sha256:0")
PEOPLE = (
    Known("p1", "PT Contoh Satu", "00.001.161.7-890.161"),
    Known("p2", "CV Contoh Dua", "0000011627890162"),
    Known("p3", "Koperasi Contoh"),
)


def table(*lines, head=HEAD, name="p.csv"):
    """The table of these lines."""
    text = "\n".join((head, *lines))
    return read_published(text.encode(), name, national().declarations)


def won(winner="p1", price="1000.50", **more):
    """A tender that has a winner; p3 fell, and p2 came second."""
    given = {"fell": {"p3": "evaluasi_teknis"}, "ranks": {"p1": 1, "p2": 2}, **more}
    price = None if price is None else Decimal(price)
    return Facts(State.DITETAPKAN, Result.PEMENANG, winner, PEOPLE, price=price, **given)


def failed(ground):
    """A tender that failed."""
    return Facts(State.DITETAPKAN, Result.GAGAL, None, PEOPLE, ground=ground)


def waiting(*needs):
    """A tender that waits."""
    return Facts(State.MENUNGGU, None, None, PEOPLE, needs=needs)


def row(n, code, facts, asked=ASKED):
    """The row of a tender as it comes from a worker; with no facts it was refused."""
    state = "ditolak" if facts is None else str(facts.state)
    said = {"n": n, "source": f"s{n}"}
    line = cells_line([n, f"s{n}", code, state]) if asked.csv else json_line(said)
    fault = "PKT001" if facts is None else ""
    return BatchRow(n, f"s{n}", state, line, fault, tender=code, facts=facts)


def beside(published, *tenders, asked=ASKED):
    """The rows of these tenders, each a code and its facts, beside what was published."""
    rows = (row(n, code, facts, asked) for n, (code, facts) in enumerate(tenders, 1))
    return [*Comparing(published, asked).rows(rows)]
