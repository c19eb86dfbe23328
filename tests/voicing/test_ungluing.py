"""People parted from the place before them where a page lost its commas."""

from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.voicing.ungluing import unglued
from counterclaim.voicing.words import speaker_words


def test_people_with_an_article_behind_a_place_are_parted_from_it(resources):
    told = read_findings(Document("d", "In Homs province the rebels said nine men had died."), resources)
    tokens = unglued(told.parse, list(told.parse.tokens[1:5]), told.mentions, speaker_words(resources.lexicon))
    assert [t.text for t in tokens] == ["rebels"]
