"""Lists of tags that run on in a page's text are no part of what it reports."""

import pytest

from counterclaim.layout.inline import load_inline
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Role
from counterclaim.stages.passages import split_passages

BEFORE = (
    "Raids on Tarn left many dead a monitoring group said on Monday as talks between the sides were put off again. "
)
AFTER = {
    "an article": "The Rurian air force bombed a market in Tarn killing nine people and wounding twenty others.",
    "a number": "At least nine people were killed in raids on a market in Tarn on Monday and twenty wounded.",
    "a noun": "Airstrikes in the east of Tarn killed nine people on Monday and wounded twenty others.",
    "a people": "Rurian rebels launched an offensive on Tarn on Monday killing nine people and wounding twenty.",
    "two nouns": "Government air raids in a town near Tarn killed nine people on Monday and wounded twenty.",
}
TAGS = "Tags Rur Tarn barrel bombs Holm Front human rights Network for Human Rights siege "


@pytest.mark.parametrize("after", AFTER.values(), ids=AFTER)
def test_the_tags_are_a_passage_of_their_own(after):
    document = Document("p", BEFORE + TAGS + after, "Tarn Times", "2021-05-04")
    passages = split_passages(document, load_lexicon())
    assert [p.role for p in passages] == [Role.BODY, Role.TAGS, Role.BODY]
    assert [p.span.exact for p in passages] == [BEFORE.strip(), TAGS.strip(), after]
    assert all(document.text[p.span.start : p.span.end] == p.span.exact for p in passages)


def test_tags_at_the_end_reach_to_the_end():
    text = BEFORE + BEFORE + "Tags Rur Tarn Holm Front raids"
    passages = split_passages(Document("p", text, None, None), load_lexicon())
    assert [p.role for p in passages] == [Role.BODY, Role.TAGS]


def test_tags_of_which_a_sentence_tells_stay():
    text = BEFORE + "Tags of soldiers who died were found in Tarn by those who had fled and came back on Monday."
    assert load_inline(load_lexicon()).find(text) is None


def test_no_place_of_the_tags_is_where_it_happened(read):
    page = read(BEFORE + "Tags Rur Kupiansk raids " + AFTER["a number"], published="2021-05-04")
    assert {c.place.name for c in page.claims if c.aspect == "killed" and c.place} == {"Tarn"}
