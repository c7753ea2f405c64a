"""The page: a head that answers first, a way to each section, and the sections."""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources

from tender_desk.documents.outcome import outcome
from tender_desk.documents.report.headline import Headline, headline
from tender_desk.documents.report.html import Element, el, markup
from tender_desk.documents.report.in_english import speaker, translated
from tender_desk.documents.report.sections import sections
from tender_desk.documents.view import View
from tender_engine.evaluation import Evaluation
from tender_engine.numbers import exact
from tender_engine.trail import root
from tender_rules.repeats.holding import hold
from tender_rules.whatif.answer import WhatIf

__all__ = ["report"]

# What stands on one line in half of the width.
_SHORT = 40
_SECRET = (
    "Internal. Memuat harga satuan, pendapat anggota, dan pemberitahuan internal. Hanya untuk "
    "Pokja Pemilihan dan pemeriksa yang berwenang."
)


def report(
    evaluation: Evaluation,
    *,
    public: bool = False,
    before: Evaluation | None = None,
    lang: str = "id",
    what_if: WhatIf | None = None,
) -> str:
    """The report on `evaluation` as one HTML file, without script and without network.

    With `public` it leaves out what is internal. A repeat is held against the evaluation `before`
    it, where that is given. In any `lang` but `id` its own words are English. What `flips` found,
    where that is given as `what_if`, is told to those inside. The same evaluation gives the same
    bytes.

    Raises:
        PackageRefusedError: it is not the repeat of `before`; `faults` says why.
    """
    hold(before, evaluation)
    with exact():
        view = View.of(evaluation, internal=not public, before=before)
        ending = outcome(view)
        given = headline(view, ending)
        said = str if lang == "id" else speaker(evaluation.basis.words, evaluation.package)
        parts = list(sections(view, ending, root(evaluation), said, what_if))
        body = el(
            "body",
            _head(view, given),
            el("main", _ways(parts), *parts),
            _foot(view),
            class_=_marks(view, given.draft),
        )
        page = el("html", _meta(view), body, lang=lang)
        made = page if lang == "id" else translated(page, said)
        return "<!DOCTYPE html>\n" + markup(made) + "\n"


def _marks(view: View, draft: str) -> str:
    """What every printed page says of itself."""
    return f"{'draft' if draft else 'final'}-{'inside' if view.internal else 'public'}"


def _meta(view: View) -> Element:
    title = f"Laporan Evaluasi: {view.package.tender.title}"
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy()),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", title),
        el("style", css()),
    )


def _head(view: View, given: Headline) -> Element:
    tender = view.package.tender
    marks = [el("span", "Internal" if view.internal else "Untuk umum", class_="badge")]
    if given.draft:
        marks.insert(0, el("span", "KONSEP", class_="badge draft"))
    where = f"{tender.buyer}, {tender.work_unit}" if tender.work_unit else tender.buyer
    return el(
        "header",
        el("p", "Laporan Evaluasi ", *marks, class_="eyebrow"),
        el("h1", tender.title),
        el("p", f"{where} · {tender.code}", class_="where"),
        el("p", given.draft, class_="note draft") if given.draft else None,
        _answer(given),
        el("dl", *_labelled(given.facts), class_="facts"),
        el("p", _SECRET, class_="note") if view.internal else None,
    )


def _answer(given: Headline) -> Element:
    """The result in large letters, and beside it what else is asked first."""
    figures = [el("p", figure, class_="sum") for figure in given.figures]
    result = el(
        "div",
        el("p", given.label, class_="over"),
        el("p", given.result, class_="result"),
        *figures,
        class_="main-answer",
    )
    others = [("Keadaan", (given.state,)), *given.answers]
    boxes = [_asked(title, lines) for title, lines in others]
    return el("div", result, el("div", *boxes, class_="others"), class_="answer")


def _asked(title: str, lines: tuple[str, ...]) -> Element:
    """A question with its answer, over the whole width where the answer is a sentence."""
    wide = any(len(line) > _SHORT for line in lines)
    said = [el("p", line) for line in lines]
    return el("div", el("p", title, class_="over"), *said, class_="wide" if wide else None)


def _labelled(facts: tuple[tuple[str, str], ...]) -> Iterator[Element]:
    for label, said in facts:
        yield el("div", el("dt", label), el("dd", said))


def _ways(parts: list[Element]) -> Element:
    """A way to each section."""
    items = []
    for part in parts:
        place, heading = dict(part.attributes)["id"], part.children[0]
        words = heading.children[0] if isinstance(heading, Element) else heading
        items.append(el("li", el("a", words, href=f"#{place}")))
    return el("nav", el("ul", *items), aria_label="Isi laporan")


def _foot(view: View) -> Element:
    return el(
        "footer",
        el(
            "p",
            f"Laporan ini menjelaskan hasil evaluasi dan tidak menggantikan {view.kind.name}.",
        ),
    )


@cache
def css() -> str:
    """The one style block."""
    return (resources.files(__package__) / "report.css").read_text("utf-8")


def policy() -> str:
    """What a browser may do with the file: this style and nothing else; no script, no network."""
    digest = base64.b64encode(hashlib.sha256(css().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
