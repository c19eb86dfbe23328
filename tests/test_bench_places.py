"""Toponyms of both corpora's forms, and the three ways to read them."""

from pathlib import Path

import pytest

from benches import load_bench
from counterclaim.gazetteer import load_gazetteer
from counterclaim.resources import Resources

TR_NEWS = """<articles><article docid="7"><text>Rain fell in Kherson, a Turkish reporter said.</text><toponyms>
<toponym><start>13</start><end>20</end><gaztag geonameid="706448"><lat>46.6</lat><lon>32.6</lon></gaztag></toponym>
<toponym><start>24</start><end>31</end></toponym>
</toponyms></article></articles>"""
GEOVIRUS = """<articles><article><text>Rain fell in Peru.</text><locations><location><name>Peru</name><start>14</start>
<end>18</end><lat>1</lat><lon>1</lon><page>https://en.wikipedia.org/wiki/Peru</page></location></locations></article>
</articles>"""

places = load_bench("places")


@pytest.fixture
def corpus(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "corpus.xml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_offsets_of_either_form_count_from_nought(corpus):
    for text, names in ((TR_NEWS, ["Kherson", "Turkish"]), (GEOVIRUS, ["Peru"])):
        ((document, gold),) = places.articles(corpus(text), load_gazetteer())
        assert [document.text[t.start : t.end] for t in gold] == names


def test_demonyms_are_left_out_or_taken_in(corpus, resources: Resources):
    told = places.measure(corpus(TR_NEWS), resources)
    assert {way: (t["gold"], t["found"]) for way, t in told.items()} == {
        "places": (2, 1),
        "names": (1, 1),
        "demonyms": (2, 2),
    }


def test_a_country_is_right_by_its_name_where_its_point_is_elsewhere(corpus, resources: Resources):
    assert places.measure(corpus(GEOVIRUS), resources)["places"]["near"] == 1
