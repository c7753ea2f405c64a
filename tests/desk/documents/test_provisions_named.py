"""What papers name as the provision behind a verdict: nothing bare beside a passage, or alone."""

import pytest

from tender_desk.documents.results import basis_of
from tender_desk.documents.view import View
from tender_desk.documents.wording import cited
from tender_engine.findings import Citation, Source
from tender_engine.terms import StageId
from tests.builders import evaluated
from tests.cli.dossiers import screening


@pytest.mark.parametrize(
    ("articles", "said"),
    [
        (("Pasal 51 ayat (2) huruf a", "Pasal 51 ayat (4)", "Pasal 51"),
         "P Pasal 51 ayat (2) huruf a; P Pasal 51 ayat (4)"),
        (("Pasal 5", "Pasal 51 ayat (4)"), "P Pasal 5; P Pasal 51 ayat (4)"),
        (("Pasal 13", "Pasal 9", "Pasal 13"), "P Pasal 13; P Pasal 9"),
    ],
)  # fmt: skip
def test_an_article_beside_a_passage_of_it_is_not_repeated(
    articles: tuple[str, ...], said: str
) -> None:
    assert cited(Citation("P", article, Source.TEXT) for article in articles) == said


def test_what_the_document_asks_without_a_clause_names_the_document() -> None:
    """Below its threshold nobody falls by the article that says what a document is."""
    evaluation = evaluated(screening())
    stage = evaluation.stage(StageId.EVALUASI_KUALIFIKASI)
    fell = stage.on("p5")

    assert fell is not None
    assert basis_of(View.of(evaluation), stage, fell) == "Dokumen Pemilihan Nomor 027/01"
