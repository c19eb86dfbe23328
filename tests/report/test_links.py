"""From any figure to its words and back, and a file that is the same whenever it is made."""

from collections import Counter

import pytest

from counterclaim.errors import NotFoundError
from counterclaim.faces.reporting import Wanted
from counterclaim.model import Document, Page, Span, Statement
from reports import MINISTRY, RESCUE, TARN_WATCH, Report, made_claim, made_page

FIRST = Document(
    "wire",
    "Tarn Watch said 12 people were killed in Tarnholt on Tuesday.\nWeir Rescue spoke of “at least 9 dead” there.\n",
    outlet="The Tarn Wire",
    published="2019-04-09T18:00",
)
SECOND = Document(
    "daily",
    "Tarn Watch now counts 15 people killed in Tarnholt.\nThe ministry denies that anyone was killed, 0 it says.\n",
    outlet="Orsk Daily",
    published="2019-04-10",
)
UNDATED = Document("leaflet", "12 people were killed in Tarnholt, Tarn Watch said.\n", outlet="Leaflet")


def pages() -> list[Page]:
    cue = Span(11, 15, "said")
    content = Span(16, 60, FIRST.text[16:60])
    said = Statement(
        "st1",
        "wire",
        "indirect",
        (Span(0, 10, "Tarn Watch"),),
        (cue,),
        (content,),
        TARN_WATCH,
        None,
        (),
        None,
        "says",
        "certain",
    )
    wire = (
        made_claim(FIRST, "12 people", voice=TARN_WATCH, voice_span=Span(0, 10, "Tarn Watch"), cue_span=cue),
        made_claim(FIRST, "at least 9 dead", voice=RESCUE, low=9, high=None, bound="at least"),
        made_claim(FIRST, "9 dead", voice=MINISTRY, low=9, high=9),
    )
    daily = (
        made_claim(SECOND, "15 people", voice=TARN_WATCH, low=15, high=15, relays=("The Tarn Wire",)),
        made_claim(SECOND, "0", voice=MINISTRY, low=0, high=0, polarity="denies"),
    )
    leaflet = (made_claim(UNDATED, "12 people", voice=TARN_WATCH),)
    return [made_page(SECOND, *daily), made_page(FIRST, *wire, statements=[said]), made_page(UNDATED, *leaflet)]


@pytest.fixture(scope="module")
def report() -> Report:
    return Report(pages())


def test_every_link_within_the_file_has_its_end_and_every_id_is_one(report: Report) -> None:
    assert not [id_ for id_, n in Counter(report.ids).items() if n > 1]
    ends = {str(href)[1:] for href in report.root.xpath("//a/@href") if str(href).startswith("#")}
    assert ends <= set(report.ids)
    assert {str(page) for page in report.root.xpath("//@data-page")} <= set(report.ids)
    for drawn in report.drawn:
        hrefs = {said["href"] for entry in drawn["timeline"] for said in entry["said"]}
        hrefs |= {ref["href"] for edge in drawn["graph"]["edges"] for ref in edge["refs"]}
        assert hrefs <= set(report.ids)


def test_a_figure_leads_to_its_words_and_they_lead_back(report: Report) -> None:
    claims = [c for page in pages() for c in page.claims]
    for claim in claims:
        (words,) = report.root.xpath(f"//*[@id='c-{claim.id}']")
        row = words.get("href").removeprefix("#")
        (found,) = report.root.xpath(f"//tr[@id='{row}']")
        assert f"#c-{claim.id}" in found.xpath(".//a/@href")
        assert (int(words.get("data-from")), int(words.get("data-to"))) == (claim.span.start, claim.span.end)
        if "also" not in words.get("class"):
            assert claim.span.exact in words.text_content()


def test_claims_in_overlapping_words_have_a_link_each(report: Report) -> None:
    (also,) = report.root.xpath("//a[contains(@class, 'also')]")
    assert also.text == "²"
    (before,) = also.xpath("preceding-sibling::a[1]")
    assert before.text_content() == "at least 9 dead"


def test_the_words_of_a_page_are_all_there_and_at_their_offsets(report: Report) -> None:
    for document in (FIRST, SECOND, UNDATED):
        (article,) = report.root.xpath(f"//article[.//code[.='{document.text_hash}']]")
        for p in article.xpath(".//p[contains(@class, 'passage')]"):
            for raised in p.xpath(".//a[contains(@class, 'also')]"):
                raised.text = None
            assert p.text_content() == document.text[int(p.get("data-start")) : int(p.get("data-end"))]


def test_sources_cues_contents_and_values_are_marked_within_each_other(report: Report) -> None:
    (value,) = report.root.xpath("//article[@id='d-1']//span[contains(@class, 'content')]/a[contains(@class, 'value')]")
    assert value.text_content() == "12 people"
    assert report.text("//article[@id='d-1']//span[contains(@class, 'source')]") == "Tarn Watch"
    assert report.text("//article[@id='d-1']//span[contains(@class, 'cue')]") == "said"


def test_pages_stand_in_the_order_of_their_days_and_those_without_one_last(report: Report) -> None:
    assert [page["name"] for page in report.data["pages"]] == ["wire", "daily", "leaflet"]


def test_a_value_that_its_voice_replaced_is_struck_through_with_the_day(report: Report) -> None:
    assert {
        row.xpath(".//del")[0].text_content() for row in report.root.xpath("//tr[contains(@class, 'replaced')]")
    } == {
        "9",
        "12",
    }
    (struck,) = (e for e in report.drawn[0]["timeline"] if e["struck"] and e["voice"] == TARN_WATCH)
    assert (struck["value"], struck["struck_at"]) == ("12", "2019-04-10")
    assert [said["at"] for said in struck["said"]] == ["2019-04-09T18:00", None]
    assert "replaced by 15" in report.text("//li[@class='struck']")


def test_who_rests_on_whom_runs_from_voice_by_relay_to_outlet(report: Report) -> None:
    graph = report.drawn[0]["graph"]
    kinds = {node["id"]: (node["kind"], node["label"]) for node in graph["nodes"]}
    arrows = {(kinds[e["from"]], kinds[e["to"]]) for e in graph["edges"]}
    assert (("voice", TARN_WATCH), ("relay", "The Tarn Wire")) in arrows
    assert (("relay", "The Tarn Wire"), ("outlet", "Orsk Daily")) in arrows
    assert "Tarn Watch → The Tarn Wire → Orsk Daily" in report.text("//section[@class='chains']//li")


def test_the_foot_has_hashes_versions_and_how_to_verify(report: Report) -> None:
    for document in (FIRST, SECOND, UNDATED):
        assert document.text_hash in report.text("//footer//details[@id='inputs']")
    assert "models/linking.json" in report.text("//footer//details[@id='models']")
    assert "counterclaim 0." in report.text("//footer//details[@id='versions']") or report.data["made_with"]
    assert "all pages that were named" in report.text("//footer")


def test_made_twice_it_is_the_same_and_the_order_of_the_pages_does_not_matter(report: Report) -> None:
    assert Report(pages()).html == report.html
    assert Report(reversed(pages())).html == report.html


def test_one_incident_is_picked_by_its_id_or_a_place_in_a_page(report: Report) -> None:
    id_ = report.data["incidents"][0]["id"].removeprefix("i-")
    for wanted in (id_, id_[:6], f"i-{id_}", "wire:16"):
        assert Report(pages(), wanted=Wanted(wanted)).data["incidents"][0]["id"] == f"i-{id_}"
        assert "3 of them; 0 without any" in Report(pages(), wanted=Wanted(wanted)).text("//header")
    with pytest.raises(NotFoundError, match="no incident"):
        Report(pages(), wanted=Wanted("ffffffff"))


def test_above_so_many_pages_incidents_and_pages_open_when_asked_for(report: Report) -> None:
    index = Report(pages(), wanted=Wanted(whole=2))
    assert index.root.get("data-kind") == "index"
    assert not index.root.xpath("//article | //section[@class='incident']")
    assert set(index.lazy) == {"d-1", "d-2", "d-3", *(row["id"] for row in index.data["incidents"])}
    for anchor, part in index.lazy.items():
        assert part[0].get("id") == anchor
    inside = {str(id_) for part in index.lazy.values() for id_ in part.xpath(".//@id")}
    assert {str(id_) for id_ in report.ids if id_.startswith(("c-", "p-", "i-", "d-"))} == {
        id_ for id_ in inside if id_.startswith(("c-", "p-", "i-", "d-"))
    }


def test_no_claims_is_said() -> None:
    report = Report([made_page(Document("calm", "Nothing happened here.\n"))])
    assert "No claims were found on these pages." in report.text("//main")
    assert Report([]).data["pages"] == []
