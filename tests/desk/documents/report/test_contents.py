"""What a report tells, held against figures worked by hand and against the evaluation itself."""

import re
from fractions import Fraction

import pytest
from attrs import evolve

from tender_desk.documents.results import called
from tender_desk.documents.view import View
from tender_engine.evaluation import Rank
from tender_engine.model import Member
from tender_engine.terms import Method
from tender_engine.trail import root
from tender_rules import national
from tender_rules.words import rupiah
from tests.builders import evaluated
from tests.desk.documents.data import given, offer, outcomes, three
from tests.desk.documents.kinds import KINDS, consulted
from tests.desk.documents.report.pages import page, part, sample, text_of
from tests.happenings import price_opening

OUTCOMES = outcomes()
EVERY = {**OUTCOMES, **KINDS}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("public", [False, True])
def test_every_name_and_every_amount_is_told(name, public):
    """Of all participants; of prices all that the evaluation holds."""
    evaluation = EVERY[name]
    text = text_of(page(evaluation, public=public))

    for who in evaluation.package.participants:
        assert who.name in text
    for price in evaluation.prices:
        amounts = (price.stated_total, price.corrected_total, price.final_total)
        more = (price.negotiated_total, price.reverse_auction_total, price.hea)
        for amount in (*amounts, *more):
            assert amount is None or rupiah(amount) in text


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("public", [False, True])
def test_the_matrix_holds_each_verdict_and_no_other(name, public):
    """Each cell opens to its reason; where nobody came there is none."""
    evaluation = EVERY[name]
    table = page(evaluation, public=public).xpath("//table[@class='matrix']")[0]
    stages = [stage for stage in evaluation.stages if stage.verdicts]
    rows = {text_of(row.xpath("./th/bdi")[0]): row for row in table.xpath("./tbody/tr")}

    assert len(table.xpath("./thead//th")) == 1 + len(stages)
    assert len(rows) == len(evaluation.package.participants)
    for who in evaluation.package.participants:
        cells = rows[who.name].xpath("./td")
        for stage, cell in zip(stages, cells, strict=True):
            found = [v for v in stage.verdicts if v.participant == who.id]
            if not found:
                assert cell.get("class") == "never"
                continue
            (word,) = cell.xpath(".//span[@class='word']")
            assert text_of(word) == called(View.of(evaluation), stage.id, found[0])
            assert cell.xpath("./details/summary/@class") == [str(found[0].verdict)]
            assert found[0].reason in text_of(cell)


def test_a_cell_opens_to_reason_facts_citation_and_clause():
    """p3 falls at the technical stage: inside all of it, outside the reason and its basis."""
    evaluation = OUTCOMES["gugur_teknis"]
    for public in (False, True):
        (cell,) = page(evaluation, public=public).xpath(
            "//table[@class='matrix']/tbody/tr[3]//details[summary[@class='gugur']]"
        )
        text = text_of(cell)

        assert "Dokumen Pemilihan LDP huruf F.2" in text
        assert "Dasar: " in text
        assert ("Fakta: " in text) is not public
        assert ("Penilaian anggota" in text) is not public


def test_whom_the_pool_leaves_out_is_told_what_sets_it():
    """No rule found anything about it; the document's clause is the basis."""
    for public in (False, True):
        cells = page(OUTCOMES["tiga_terendah"], public=public).xpath(
            "//td/details[summary[@class='tidak_dievaluasi']]"
        )

        assert len(cells) == 2
        assert all("Dasar: Dokumen Pemilihan LDP huruf E" in text_of(cell) for cell in cells)


def bar_widths(tree):
    """The length of each bar, by what it is labelled, and where the lines stand."""
    (harga,) = tree.xpath("//section[@id='harga']")
    bidders = harga.xpath(".//ol[@class='bars']/li")
    lengths = [
        (
            text_of(li.xpath(".//bdi")[0]),
            text_of(row.xpath("./span")[0]),
            *row.xpath(".//rect/@width"),
        )
        for li in bidders
        for row in li.xpath("./div[@class='row']")
    ]
    lines = {
        (line.get("class"), line.get("x1")) for line in harga.xpath(".//svg[@class='scale']/line")
    }
    return lengths, lines


def test_bars_stand_to_one_scale_beside_the_hps_and_the_80_percent():
    """The edge is 1,02 x 1.221.000.000 = 1.245.420.000.

    HPS 1.221.000.000 / 1.245.420.000 = 98,0392 %; 976.800.000 / 1.245.420.000 = 78,4314 %. p1
    1.104.450.000: 88,6809 %. p2 1.048.950.000: 84,2246 %, corrected 1.154.400.000: 92,6916 %.
    p3 1.198.800.000: 96,2567 %.
    """
    lengths, lines = bar_widths(page(evaluated(given())))

    assert lengths == [
        ("CV p1 Contoh", "Penawaran, terkoreksi, akhir", "88.6809%"),
        ("CV p2 Contoh", "Penawaran", "84.2246%"),
        ("CV p2 Contoh", "Terkoreksi, akhir", "92.6916%"),
        ("CV p3 Contoh", "Penawaran, terkoreksi, akhir", "96.2567%"),
    ]
    assert lines == {("limit hps", "98.0392%"), ("limit low", "78.4314%")}


def test_each_amount_has_its_own_share_of_the_hps():
    """1.048.950.000 / 1.221.000.000 = 85,9091 %; 1.154.400.000: 94,5455 %."""
    (second,) = page(evaluated(given())).xpath("//ol[@class='bars']/li[2]")

    assert [text_of(x) for x in second.xpath(".//span[@class='share']")] == ["85,9091%", "94,5455%"]
    assert [text_of(x) for x in second.xpath(".//span[@class='figure']")] == [
        "Rp1.048.950.000,00",
        "Rp1.154.400.000,00",
    ]


def test_the_line_of_the_law_is_drawn_only_where_it_was_asked():
    """A Seleksi has no line under which people look; a Tender whose prices were judged has."""
    words = "80% HPS Rp976.800.000,00"

    assert words in text_of(page(evaluated(given())))
    bought = evaluated(consulted(price_opening(), method=Method.KUALITAS_BIAYA))
    legend = text_of(page(bought).xpath("//section[@id='harga']//figcaption")[0])
    assert legend == "HPS Rp1.221.000.000,00Persentase terhadap HPS"


def test_a_bid_that_fell_is_told_beside_its_bars():
    """Above the HPS."""
    found = page(OUTCOMES["di_atas_hps"]).xpath("//ol[@class='bars']/li")

    assert [text_of(li.xpath(".//span[@class='fell']")[0]) for li in found] == [
        "Gugur pada evaluasi harga",
        "Gugur pada evaluasi harga",
    ]
    assert [text_of(li.xpath(".//span[@class='place']")[0]) for li in found] == ["–", "–"]


def test_what_moved_the_order_is_drawn():
    """By stated totals p2, p1, p3; corrected p1 comes before p2.

    A head of 26 and rows of 24, each with its point in the middle: 38, 62 and 86.
    """
    tree = page(evaluated(given()))
    (picture,) = tree.xpath("//svg[contains(@class, 'slope')]")
    moves = picture.xpath("./path/@class")
    arrows = [text_of(x) for x in picture.xpath("./text") if text_of(x) in "▲▼"]

    assert "Koreksi aritmatik mengubah tempat 2 dari 3 penawaran." in text_of(tree)
    assert moves == ["move down", "move up", "move same"]
    assert arrows == ["▲", "▼"]
    heights = [re.findall(r"\d+ (\d+)", path) for path in picture.xpath("./path/@d")]
    assert heights == [["38", "62"], ["62", "38"], ["86", "86"]]
    rows = [[text_of(cell) for cell in row] for row in part(tree, "koreksi").xpath(".//tr")]
    assert [
        "CV p2 Contoh",
        "Rp1.048.950.000,00",
        "1",
        "Rp1.154.400.000,00",
        "2",
        "turun 1",
    ] in rows


def test_an_order_that_did_not_move_is_not_drawn():
    """A sentence is enough."""
    tree = page(evaluated(given(three()[0], three()[2])))

    assert "Koreksi aritmatik tidak mengubah urutan." in text_of(tree)
    assert not tree.xpath("//svg[contains(@class, 'slope')]")


def steps(tree):
    """The look of each box of the flow by its title."""
    (picture,) = tree.xpath("//svg[@class='flow']")
    return text_of(picture.xpath("./desc")[0])


def test_the_flow_tells_who_was_left_and_where_it_waits():
    """Three in, nobody judged at the technical stage: there it waits, and nothing is behind it."""
    said = steps(page(OUTCOMES["menunggu_penilaian"]))

    assert "Pembukaan dokumen penawaran: dilalui, 3 peserta: 3 lulus" in said
    assert "Evaluasi teknis: menunggu, 3 peserta: 3 belum dinilai" in said
    assert "Pembuktian kualifikasi: tidak dilalui;" in said
    assert "Tender gagal: tidak dilalui;" in said


def test_the_flow_tells_where_it_ended():
    """All three fall at the technical stage."""
    said = steps(page(OUTCOMES["gugur_teknis"]))

    assert "Evaluasi teknis: berhenti di sini, 3 peserta: 3 gugur" in said
    assert "Tender gagal: berhenti di sini" in said
    assert "Evaluasi harga: tidak dilalui" in said


def test_the_way_taken_is_bold_and_no_other():
    """Opening, correction, pool, two beside each other, and technical: six edges; then failure."""
    ways = {
        name: page(OUTCOMES[name]).xpath("//svg[@class='flow']/path[@class='way taken']")
        for name in ("menunggu_penilaian", "gugur_teknis")
    }

    assert len(ways["menunggu_penilaian"]) == 6
    assert len(ways["gugur_teknis"]) == 6 + 2


def test_a_record_that_is_a_draft_is_not_ticked_off():
    """KONSEP in the head, and the last box of the flow says so too."""
    draft, final = OUTCOMES["diusulkan"], sample("jalan-kabupaten")

    assert "Berita Acara Hasil Pemilihan: masih konsep" in steps(page(draft))
    assert "KONSEP" in text_of(page(draft).find(".//header"))
    assert "Berita Acara Hasil Pemilihan: dilalui" in steps(page(final))
    assert "KONSEP" not in text_of(page(final).find(".//header"))


@pytest.mark.parametrize("name", EVERY)
def test_the_flow_draws_every_edge_once(name):
    """Taken or not, each has its line, and each node its box."""
    evaluation = EVERY[name]
    procedure = national().procedures[evaluation.procedure]
    (picture,) = page(evaluation).xpath("//svg[@class='flow']")

    assert len(picture.xpath("./path[starts-with(@class, 'way')]")) == len(procedure.edges)
    assert len(picture.xpath("./rect")) == len(procedure.stages) + 2


def test_the_first_screen_says_who_is_proposed():
    """With what is to be paid, the reserves, and that nothing is awaited."""
    head = text_of(page(OUTCOMES["diusulkan"]).find(".//header"))

    assert "Calon pemenang CV p1 Contoh Rp1.104.450.000,00 termasuk PPN" in head
    assert "Keadaan Selesai dihitung, belum ditetapkan" in head
    assert "Cadangan CV p2 Contoh CV p3 Contoh" in head
    assert "Yang ditunggu Tidak ada" in head


def test_the_first_screen_says_what_is_awaited_from_whom():
    """The same about three bidders is one line."""
    head = text_of(page(OUTCOMES["menunggu_penilaian"]).find(".//header"))

    assert "Hasil Belum ada hasil; evaluasi menunggu" in head
    assert "Evaluasi teknis, 3 peserta: penilaian anggota Pokja Pemilihan: Peralatan utama" in head


def test_the_first_screen_says_why_it_fails_and_what_follows():
    """The ground in the words of the regulation."""
    head = text_of(page(OUTCOMES["gugur_teknis"]).find(".//header"))

    assert "memenuhi keadaan untuk dinyatakan gagal, karena tidak ada peserta yang lulus" in head
    assert "Tindak lanjut" in head


def test_scores_are_rounded_for_the_eye_and_exact_behind_it():
    """80 % technical and 20 % price, the lowest being 1.000: p1 72 + 20 x 1.000 / 1.200 = 266/3.

    p2 64 + 20 x 1.000 / 1.100 = 904/11 = 82,1818...; p3 52 + 20 = 72.
    """
    evaluation = evaluated(consulted(price_opening(), method=Method.KUALITAS_BIAYA))
    rows = part(page(evaluation), "peringkat").xpath("(.//table)[1]/tbody/tr")
    short = [text_of((row.xpath(".//summary") or row.xpath("./td[4]"))[0]) for row in rows]

    assert short == ["≈ 88,67", "≈ 82,18", "72,00"]
    assert "= 266/3" in text_of(rows[0])
    assert "= 904/11" in text_of(rows[1])
    assert "88,666" not in text_of(rows[0])


def test_scores_that_differ_do_not_look_alike():
    """90,0001 and 90 take four decimals."""
    evaluation = OUTCOMES["diusulkan"]
    ranks = (
        Rank(1, "p1", "nilai_akhir", Fraction(900001, 10000)),
        Rank(2, "p2", "nilai_akhir", Fraction(90)),
    )
    tree = page(evolve(evaluation, ranking=ranks))
    rows = part(tree, "peringkat").xpath("(.//table)[1]/tbody/tr")

    assert [text_of(row[3]) for row in rows] == ["90,0001", "90,0000"]


def test_as_many_decimals_as_part_two_scores_stand():
    """However many: 1/(3 x 10^10) more takes the eleventh."""
    least = Fraction(1, 10**10)
    for more, shown in ((least, "90,0000000001"), (least / 3, "≈ 90,00000000003")):
        ranks = (
            Rank(1, "p1", "nilai_akhir", Fraction(90) + more),
            Rank(2, "p2", "nilai_akhir", Fraction(90)),
        )
        tree = page(evolve(OUTCOMES["diusulkan"], ranking=ranks))
        (first, _) = part(tree, "peringkat").xpath("(.//table)[1]/tbody/tr")

        assert text_of((first.xpath(".//summary") or first.xpath("./td[4]"))[0]) == shown


def test_the_ranked_come_first_and_then_who_is_cheaper():
    """Whatever they cost; without ranks 1.300 comes before 1.400 million."""
    places = enumerate(("p3", "p1", "p2"), 1)
    ranks = tuple(Rank(place, who, "nilai_akhir", Fraction(90 - place)) for place, who in places)
    above = given(offer("p1", "1400000000"), offer("p2", "1300000000"))
    ranked, unranked = (
        [text_of(x) for x in page(made).xpath("//ol[@class='bars']/li//bdi")]
        for made in (evolve(OUTCOMES["diusulkan"], ranking=ranks), evaluated(above))
    )

    assert ranked == ["CV p3 Contoh", "CV p1 Contoh", "CV p2 Contoh"]
    assert unranked == ["CV p2 Contoh", "CV p1 Contoh"]


def test_values_of_the_law_say_how_they_were_read():
    """One that nobody has confirmed is marked, and the report is a KONSEP for it."""
    tree = page(OUTCOMES["baris_tambahan_ditetapkan"])
    text = text_of(part(tree, "ketentuan"))

    assert "! belum terverifikasi" in text
    assert "Ketentuan yang harus ditegaskan" in text
    assert "○ sumber sekunder" in text
    assert "terdapat ketentuan yang belum ditegaskan" in text_of(tree.find(".//header"))


def test_a_seleksi_speaks_of_biaya():
    """Kind by kind, as the record does."""
    tree = page(sample("pengawasan-rumah-sakit"))
    headings = [text_of(h) for h in tree.xpath("//h2")]

    assert "Biaya terhadap HPS" in headings
    assert "Seleksi gagal" in steps(tree)
    assert national().words["term.nilai_akhir"].id in text_of(part(tree, "peringkat"))


def test_the_root_of_the_decisions_is_told():
    """The same that the signed paper anchors."""
    evaluation = OUTCOMES["diusulkan"]

    assert root(evaluation) in text_of(part(page(evaluation), "keterangan"))


def test_the_businesses_of_a_kso_stand_under_its_name():
    """In the matrix, the leader first."""
    members = (Member("k2", "CV Kedua"), Member("k1", "PT Pertama", lead=True))
    first, *others = three()
    evaluation = evaluated(given(evolve(first, members=members), *others))

    assert "KSO: PT Pertama; CV Kedua" in text_of(
        page(evaluation).xpath("//table[@class='matrix']")[0]
    )


@pytest.mark.parametrize(
    ("name", "came_to"),
    [
        ("diusulkan", ["Calon pemenang", "Calon pemenang cadangan 1", "Calon pemenang cadangan 2"]),
        ("ditetapkan", ["Pemenang", "Pemenang cadangan 1", "Pemenang cadangan 2"]),
        ("gugur_teknis", ["Gugur pada evaluasi teknis"] * 3),
        ("menunggu_penilaian", ["Belum dinilai pada evaluasi teknis"] * 3),
        ("menunggu_peringkat", ["Masih dievaluasi"] * 2),
        ("kkn", ["Tender gagal"] * 3),
        ("tanpa_penawaran", ["Mendaftar, tidak menyampaikan dokumen"] * 2),
        (
            "tiga_terendah",
            ["Calon pemenang"] + ["Tidak dievaluasi pada penawaran yang dievaluasi"] * 2,
        ),
        ("pra_ulang_satu", None),
    ],
)
def test_what_became_of_each_is_said_under_its_name(name, came_to):
    """In the order of the result: winner, reserves, the others."""
    table = page(EVERY[name]).xpath("//table[@class='matrix']")[0]
    told = [text_of(x) for x in table.xpath("./tbody/tr/th/span[last()]")]

    if came_to is None:
        assert told[0] == "Lulus"
    else:
        assert told == came_to


def test_whom_the_list_has_no_place_for_was_evaluated_all_the_same():
    """Seven are listed at most in a Seleksi; the eighth is not said to be left unevaluated."""
    found = [
        text_of(x)
        for evaluation in EVERY.values()
        for x in page(evaluation).xpath("//table[@class='matrix']/tbody/tr/th/span[last()]")
    ]

    assert "Tidak masuk daftar pada penetapan hasil kualifikasi" in found
    assert "Tidak dievaluasi pada penetapan hasil kualifikasi" not in found


def test_what_bidders_share_is_told_inside_as_the_readme_of_the_sample_has_it():
    """Six prices of ten, an owner and the author of a file; of a bid alone its ratio."""
    rows = part(page(sample("saluran-dua-salinan")), "kesamaan").xpath(".//tbody/tr")
    cells = [[text_of(cell) for cell in row.xpath("./td")] for row in rows]
    pair = "CV Contoh Saluran Satu, CV Misal Drainase Dua"

    assert [(row[0], row[1], *row[3:6]) for row in cells] == [
        ("NIK", "kuat", "2", "3", "–"),
        ("penulis berkas", "lemah", "2", "3", "–"),
        ("rasio terhadap harga satuan HPS", "lemah", "4", "10", "–"),
        ("rasio terhadap harga satuan HPS", "lemah", "4", "10", "–"),
        ("harga satuan yang sama", "kuat", "6", "10", "1 : 10^12"),
    ]
    assert [row[2] == pair for row in cells] == [True, True, False, False, True]
    assert cells[0][6] == "Fakta: dibandingkan sebagai: ************0017; pada: p1 (Direktur); p2"
    assert cells[4][6] == "Fakta: pasangan lain: 0; baris: L5, L6, L7, L8, L9, L10"


def test_where_nobody_shares_anything_it_is_said():
    """Lumsum without lines: nothing is compared with the HPS either."""
    told = text_of(part(page(sample("aplikasi-selisih-tipis")), "kesamaan"))

    said = "Tidak ada fakta yang didaftar di antara yang dibandingkan."
    assert told == f"Yang Sama antara Peserta {said}"
