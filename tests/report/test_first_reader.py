"""What somebody who has nothing but the file can understand of it."""

from pathlib import Path

import pytest

from counterclaim import Document, compare
from counterclaim.faces.reporting import Wanted
from counterclaim.model import GradeName, Interval, Place, Verdict
from reports import TARN_WATCH, Report, made_claim, made_page

POST = Document("post", "12 people were killed.\n", outlet="Weir Post", published="2019-04-09")
ECHO = Document("echo", "15 people were killed.\n", outlet="Lake Echo", published="2019-04-10")
LEAFLET = Document("leaflet", "15 people were killed.\n", published="2019-04-11")
PAGES = (
    made_page(POST, made_claim(POST, "12 people")),
    made_page(ECHO, made_claim(ECHO, "15 people", low=15, high=15)),
    made_page(LEAFLET, made_claim(LEAFLET, "15 people", low=15, high=15)),
)


@pytest.fixture(scope="module")
def report() -> Report:
    return Report(PAGES)


def test_the_head_leads_to_what_signs_and_words_mean(report: Report) -> None:
    (link,) = report.root.xpath("//p[@class='stance']/a/@href")
    (terms,) = report.root.xpath(f"//footer/section[@id='{link[1:]}']//dl")
    told = [term.text_content() for term in terms.xpath(".//dt")]
    for verdict in Verdict:
        assert f"{verdict.sign} {verdict.value}" in told
    assert {*GradeName} <= set(told)
    assert all(meaning.text_content() for meaning in terms.xpath(".//dd"))


def test_two_pages_on_their_own_word_are_two_voices(report: Report) -> None:
    voices = [th.text_content() for th in report.root.xpath("//tr[starts-with(@class, 'position')]/th")]
    assert sorted(voices) == ["the page itself (Lake Echo, leaflet)", "the page itself (Weir Post)"]
    assert not report.root.xpath("//tr[contains(@class, 'again')]")
    assert {saying["voice"] for drawn in report.drawn for saying in drawn["timeline"]} <= set(voices)


def test_of_many_pages_on_their_own_word_three_are_named() -> None:
    documents = [Document(f"p{n}", POST.text, outlet=f"Outlet {n}", published=POST.published) for n in range(5)]
    shown = Report([made_page(d, made_claim(d, "12 people")) for d in documents])
    assert shown.text("//tr[@class='position']/th") == "the page itself (Outlet 0, Outlet 1, Outlet 2 and 2 more)"


def test_where_and_when_lead_to_words_as_well() -> None:
    days = Interval("2019-04-09", "2019-04-09"), Interval("2019-04-10", "2019-04-10")
    told = [
        made_claim(POST, exact, low=n, place=Place("Tarnholt"), date=day, occurrence=1)
        for n, (exact, day) in enumerate(zip(("12 people", "were killed"), days, strict=True), start=5)
    ]
    shown = Report([made_page(POST, *told)])
    facts = {div.xpath("dt")[0].text: div for div in shown.root.xpath("//header//dl/div")}
    assert "claims give days within 9–10 Apr 2019" in facts["when"].text_content()
    ids = {f"#c-{claim.id}" for claim in told}
    assert set(facts["when"].xpath(".//a/@href")) == ids
    assert set(facts["where"].xpath(".//a/@href")) < ids
    assert set(shown.root.xpath("//p[@class='home']/a/@href")) == ids


def test_counts_are_of_named_voices(report: Report) -> None:
    assert "3 claims · 0 named voices" in report.text("//header[@id='head']")
    one = Report([made_page(POST, made_claim(POST, "12 people", voice=TARN_WATCH))])
    assert "1 claim · 1 named voice" in one.text("//header[@id='head']")


def test_without_scripts_an_index_says_what_is_missing_and_how_to_have_it() -> None:
    told = Report(PAGES, wanted=Wanted(whole=2)).text("//header//p[contains(@class, 'scriptless')]")
    assert "--incident" in told
    assert "up to 60 pages" in told


def test_what_each_file_does_is_a_whole_sentence(report: Report) -> None:
    cells = [
        td.text_content()
        for td in report.root.xpath("//details[@id='models']//tr[th/text()[contains(., '.onnx')]]/td[1]")
    ]
    assert cells
    assert all(told.endswith(".") for told in cells)


def test_a_report_from_python_says_as_of_when_and_masks_who_is_named(tmp_path: Path) -> None:
    text = "Shells hit the mill in Tarnholt. At least 12 people were killed, Weir Rescue said. Oda Varn lost a son."
    dossier = compare(
        Document("a", text, published="2019-05-04"), Document("b", text, published="2019-05-09"), as_of="2019-05-05"
    )
    made = dossier.report(tmp_path / "r.html", redact_names=["Oda Varn"]).read_text(encoding="utf-8")
    assert "As of 5 May 2019: 1 page was out, 1 came later." in made
    assert "Oda Varn" not in made
    kept = dossier.report(tmp_path / "r.html", keep_names=["Oda Varn"]).read_text(encoding="utf-8")
    assert "Oda Varn" in kept
    assert "private persons are masked" in kept
