"""Reports as a test reads them: parsed, searched, and made from samples and hostile names."""

import re
from functools import cache
from pathlib import Path

import lxml.html
from attrs import evolve

from tender_desk.documents.report import report
from tender_engine.engine import evaluate
from tender_engine.terms import StageId
from tender_rules import national
from tests.builders import TEKNIS, evaluated, judged
from tests.desk.documents.data import given, three
from tests.reading import read_path

SAMPLES = Path(__file__).parents[4] / "samples"
HOSTILE = (
    "<script>document.title='PWNED1'</script>",
    '"><img src=x onerror="document.title=\'PWNED2\'">',
    "'><svg onload=document.title='PWNED3'>",
    "</style><style>*{display:none}</style>",
    "</title><script>document.title='PWNED4'</script>",
    "javascript:alert(1)//<a href=javascript:alert(1)>",
    "&lt;b&gt; &amp;amp; &#60;i&#62;",
    "<!-- --><base href=//jahat.contoh>",
    "]]><?php url(http://jahat.contoh/x) ?>",
)
_DRAWN = {}


def parsed(text):
    """The page as a tree."""
    return lxml.html.document_fromstring(text)


def drawn(evaluation, *, public=False):
    """The report on `evaluation`, which many tests look at, made once."""
    key = id(evaluation), public
    if key not in _DRAWN:
        # It is kept beside its report, so that no other has its number.
        _DRAWN[key] = evaluation, report(evaluation, public=public)
    return _DRAWN[key][1]


def page(evaluation, *, public=False):
    """The report on `evaluation` as a tree."""
    return parsed(drawn(evaluation, public=public))


def squeezed(text):
    """`text` with single spaces."""
    return " ".join(text.split())


def text_of(node):
    """All that a node says."""
    return squeezed(node.text_content())


def part(tree, place):
    """The section at `place`."""
    (found,) = tree.xpath(f"//section[@id='{place}']")
    return found


@cache
def sample(name):
    """The evaluation of a sample."""
    reading = read_path(SAMPLES / name)
    assert reading.package is not None, reading.faults
    return evaluate(reading.package, national())


def named(names, title="Pekerjaan Contoh"):
    """Three bids with `names`, one of which fails for a reason that is one of them as well."""
    bidders = [
        evolve(who, name=name, address=name) for who, name in zip(three(), names, strict=True)
    ]
    failing = [judged(TEKNIS, "tidak_memenuhi", "p3", "alat", note=names[2])]
    made = given(*bidders, assessments=failing)
    lines = tuple(evolve(line, description=names[0]) for line in made.tender.hps.lines)
    criteria = tuple(evolve(c, title=names[1]) for c in made.tender.requirements[TEKNIS].criteria)
    asked = evolve(made.tender.requirements[StageId.EVALUASI_TEKNIS], criteria=criteria)
    tender = evolve(
        made.tender,
        title=title,
        buyer=names[0],
        hps=evolve(made.tender.hps, lines=lines),
        requirements={**made.tender.requirements, TEKNIS: asked},
    )
    members = tuple(evolve(m, name=f"{m.name} {names[0]}") for m in made.pokja.members)
    return evaluated(evolve(made, tender=tender, pokja=evolve(made.pokja, members=members)))


def grouped(amount):
    """An amount as the record writes it, without its decimals."""
    return f"{int(amount):,}".replace(",", ".")


def told(amount, text):
    """Whether `text` tells this amount, grouped or plain, and not only one that holds it."""
    plain = str(int(amount))
    shown = re.escape(grouped(amount))
    return re.search(rf"(?<![0-9.])({plain}|{shown})(?![0-9]|\.[0-9])", text) is not None
