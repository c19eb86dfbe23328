from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Attribution, Document, Span
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse
from speech.trees import trees
from voicing.marked import marked

LEXICON = load_lexicon()
Reader = Callable[[str], tuple[Attribution, ...]]
Parts = tuple[str, str, str]


@pytest.fixture(scope="module")
def attribute(parse: Callable[[str], Parse]) -> Reader:
    """Text to attributions, with no mentions known beforehand."""

    def run(text: str) -> tuple[Attribution, ...]:
        passages = split_passages(Document("test", text), LEXICON)
        return find_attributions(parse(text), passages, find_quotations(text, passages), (), LEXICON)

    return run


def words(spans: Sequence[Span]) -> str:
    return " … ".join(s.exact for s in spans)


def shown(attribution: Attribution) -> Parts:
    return words(attribution.source), words(attribution.cue), words(attribution.content)


SENTENCES = {
    "that-clause": "[The ministry] {said} <that ten people had died in Tarnholt>.",
    "bare clause": "[Medics in Veskad] {said} <they received 17 bodies on Tuesday>.",
    "hearer": "[Residents] {told} Velm Press <they heard three blasts and that ambulances rushed to the scene>.",
    "adverbial": "[Police] {said} <nine people were wounded after a shell hit the market>.",
    "coordination": "[The army] {said} <its guns had hit the ridge and killed two men>.",
    "statement between": "[The ministry] {said} in a statement on Monday <that two soldiers had been killed>.",
    "behind": "<Nine people died when a shell hit the market>, [a monitor] {said}.",
    "behind, with a day": "<Nine people died in the raid>, [the mayor of Veskad] {said} on Tuesday.",
    "behind, inverted": "<Nine people died in the raid>, {said} [Colonel Osmo Varn, an army spokesman].",
    "behind, with a part": "<Nine people died>, [the ministry] {said}, <including two children>.",
    "inside": "<The raid>, [the monitor] {said}, <killed nine people in the town of Veskad>.",
    "no dateline": "<A 22-year-old farmer died at noon>, {according to} [a nurse].",
    "dateline": "TARNHOLT (Velm Press) — <Nine people died in a raid>, [a monitor] {said}.",
    "according to, first": "{According to} [the mayor], <two people were killed when a shell hit a bus>.",
    "according to, last": "<Two people were killed when a shell hit a bus>, {according to} [the mayor].",
    "according to, between": "<Two people were killed>, {according to} [the mayor], <when a shell hit a bus>.",
    "as": "As [the ministry] {reported} on Friday, <ten houses were destroyed>.",
    "in words": "{In} [the minister]'s {words}, <the raid was a crime against the city>.",
    "infinitive": "[The general] {vowed} <to retake the town>.",
    "gerund": "[The army] {denied} <shelling the hospital>.",
    "order": "[The council] {urged} <both sides to stop the shelling>.",
    "object": "[The council] {condemned} <the raid on the hospital>.",
    "accusation": "[The council] {accused} <the army of shelling homes>.",
    "preposition": "[The president] {called} for <an end to the siege>.",
    "claim of responsibility": "[The Dawn League] {claimed} <responsibility for the bombing>.",
    "record": "[Tarn Watch] {documented} <the death of nine people in an air strike on Veskad>.",
    "toll": "[The health ministry] {put} <the death toll at 40>.",
    "raised subject": "<Twelve civilians> are {believed} <to have been killed in the strike>.",
    "raised participle": "<Ten soldiers> were {reported} <killed in the ambush>.",
    "said to be": "<A drone>, {said} <to be Rurian>, fell near Veskad.",
    "impersonal": "It is {feared} <that dozens are still under the rubble>.",
    "passive with agent": "<The strike> was {confirmed} by [the ministry].",
    "quoted as saying": "[The colonel] was quoted as {saying} <that twelve soldiers had died>.",
    "reportedly": "<The rebels> {reportedly} <shot down a helicopter near Veskad>.",
    "reports of": "There were {reports} <of shelling in the north>.",
    "reports that": "Unconfirmed {reports} <that a second bomb exploded> caused panic.",
    "claim that": "[The ministry]'s {claim} <that no civilians were killed> was rejected.",
    "what they say": "A man died in what [the police] {say} <was an accident>.",
    "documents": "[Satellite images] {show} <that the market was destroyed>.",
    "mind": "[The mayor] is {confident} <that the truce will hold>.",
    "negated": "[The ministry] {could not confirm} <that anyone had died>.",
    "quotation": "[The mayor] {said}: <“We have no water.”>",
    "quotation first": "<“We have no water,”> [the mayor] {said}.",
    "quotation, inverted": "<“We have no water,”> {said} [Lina Orsa, a nurse in Veskad].",
    "split quotation": "<“We will not leave,”> [he] {said}, <“until the last man is home.”>",
    "several sentences": "<“We have no water. We have no bread,”> [the mayor] {said}.",
    "speech that goes on": "<“It was a massacre,”> [the mayor] {said}. <“They shot at anyone.”>",
    "some words quoted": "[The minister] {called} <the raid “a crime”>.",
    "headline, speaker last": "<At least 22 dead in raids on Veskad>{:} [monitor]",
    "headline, speaker first": "[Monitor]{:} <22 dead in raids on Veskad>",
    "headline with a verb": "<Bombs kill 22 in Veskad>, [monitor] {says}",
    "headline with a dash": "<Death toll rises to 40 in Veskad strike> {–} [health ministry]",
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_one_statement(attribute: Reader, text: str) -> None:
    plain, (expected,) = marked(text)
    assert shown(expected) in [shown(a) for a in attribute(plain)]


def test_participle_goes_on_with_the_speaker(attribute: Reader) -> None:
    found = [shown(a) for a in attribute("The ministry said the strike killed two men, adding that no child was hurt.")]
    assert found == [
        ("The ministry", "said", "the strike killed two men"),
        ("The ministry", "adding", "that no child was hurt"),
    ]


def test_a_relative_speaks_for_its_noun(attribute: Reader) -> None:
    (found,) = attribute("We met a nurse who said that nine people had died.")
    assert words(found.source) == "a nurse who"


def test_speech_over_paragraphs_is_one_statement(attribute: Reader) -> None:
    (found,) = attribute("“We left at dawn,” the mayor said. “Then they came.\n\n“They burned the mill.”")
    assert [s.exact for s in found.content] == ["“We left at dawn,”", "“Then they came.", "“They burned the mill.”"]


def test_a_paragraph_of_quotation_belongs_to_the_running_speaker(attribute: Reader) -> None:
    text = "“We left at dawn,” the mayor of Veskad said.\n\n“We had no time to bury the dead.”"
    found = attribute(text)
    assert shown(found[1]) == ("the mayor of Veskad", "", "“We had no time to bury the dead.”")
    assert (found[1].manner, found[1].parent) == ("direct", None)


def test_a_transcript_gives_each_turn_to_its_speaker(attribute: Reader) -> None:
    found = attribute("MINISTER: We will rebuild the bridge. We always do.")
    assert shown(found[0]) == ("MINISTER", ":", "We will rebuild the bridge. We always do")


def test_a_paragraph_that_a_colon_announces(attribute: Reader) -> None:
    found = attribute("Velm Radio said:\n\nThe bridge fell at noon. Nine people drowned.")
    assert ("Velm Radio", "said", "The bridge fell at noon. Nine people drowned") in [shown(a) for a in found]


def test_a_post_set_into_the_page_is_its_writers(attribute: Reader) -> None:
    found = attribute("Planes are over the city and people are running. — Velm Now (@velmnow) 3 May 2015")
    assert shown(found[0])[:2] == ("Velm Now (@velmnow)", "")


SILENT = {
    "scare quotes": "The “terrorists” attacked the checkpoint at dawn.",
    "nobody": "No group has claimed responsibility for the bombing.",
    "rarely": "The army rarely comments on raids.",
    "worth noting": "It is worth noting that the bridge is old.",
    "lives claimed": "The raid claimed the lives of nine people.",
    "might": "The army might say that it was right.",
    "thoughts inside a quotation": "“I think we know that,” he smiled.",
    "a schedule": "The trains ran according to schedule.",
    "narration": "Shells fell on the market and nine people died.",
    "place before a colon": "Damascus: nine people died in a raid",
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_where_nobody_is_said_to_say_anything(attribute: Reader, text: str) -> None:
    assert [shown(a) for a in attribute(text)] == []


def parents(attribute: Reader, text: str) -> dict[str, str | None]:
    """Source by source, the source of the statement within which it is told."""
    found = attribute(text)
    return {words(a.source): None if a.parent is None else words(found[a.parent].source) for a in found}


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("Medics said nine people died, according to Velm Press.", "Medics", "Velm Press"),
        ("Nine people died, the mayor said, Velm Press reported.", "the mayor", "Velm Press"),
        ("The agency said, citing two doctors, that nine people died.", "two doctors", "The agency"),
        ("Nine people died, the agency said, citing two doctors.", "two doctors", "the agency"),
        ("The mayor, as quoted by Velm Press, said nine people died.", "The mayor", "Velm Press"),
        ("The colonel was quoted by Velm Press as saying nine men had died.", "The colonel", "Velm Press"),
        ("The ministry said that medics believe nine people died.", "medics", "The ministry"),
    ],
)
def test_nesting(attribute: Reader, text: str, inner: str, outer: str) -> None:
    assert parents(attribute, text) == {inner: outer, outer: None}


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The army said it lost nine men.", "certain"),
        ("The army said it may have lost nine men.", "hedged"),
        ("The army believes that nine men died.", "hedged"),
        ("Initial reports said nine men died.", "hedged"),
        ("The rebels reportedly took the ridge.", "unverified"),
        ("Unconfirmed reports said nine men died.", "unverified"),
        ("Osmo Varn, a farmer, said nine men died. His account could not be independently verified.", "unverified"),
        ("The army said nine men died. Velm Press was unable to verify the claim.", "unverified"),
        ("The army said nine men died. The bridge was verified to be safe.", "certain"),
    ],
)
def test_certainty(attribute: Reader, text: str, certainty: str) -> None:
    assert attribute(text)[0].certainty == certainty


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The army said that nine men died.", "says"),
        ("The army claimed that nine men died.", "claims"),
        ("The army denied that nine men died.", "denies"),
        ("The army confirmed that nine men died.", "confirms"),
        ("The army could not confirm that nine men died.", "doubts"),
        ("The council called the raid a crime.", "says"),
        ("The council called for a truce.", "demands"),
        ("The council asked whether the truce held.", "asks"),
        ("The council asked both sides to stop.", "demands"),
        ("The council warned that the dam could break.", "warns"),
        ("The council praised the medics for their courage.", "praises"),
        ("Videos showed that the dam had burst.", "shows"),
    ],
)
def test_act(attribute: Reader, text: str, act: str) -> None:
    assert [a.act for a in attribute(text)] == [act]


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        ("“We have no water,” the mayor said.", "direct"),
        ("The mayor said they had no water.", "indirect"),
        ("The mayor said the raid on his town was “a crime”.", "mixed"),
    ],
)
def test_manner(attribute: Reader, text: str, manner: str) -> None:
    assert attribute(text)[0].manner == manner


LOST = (
    "Shelling of the town of Veskad killed nine people on Monday the Tarn Watch monitoring group said. "
    "Another five people died in an air raid on the nearby village of Orsa it said. "
    "Planes bombed the market and the mill at noon killing four men a local source told Velm Press. "
    "Two shops burned down as well the mayor of Veskad said adding that the bridge was closed. "
    "Soldiers moved out of the valley at dusk and the road to Tarnholt was open again by the next morning. "
    "Trucks with flour and fuel came up from the coast and people stood in line for hours in the rain. "
    "Some of them had walked for a whole day from the hills where the snow had cut off the small villages."
)


@pytest.mark.parametrize(
    ("source", "begin", "end"),
    [
        ("the Tarn Watch monitoring group", "Shelling of the town", "on Monday"),
        ("it", "Another five people", "village of Orsa"),
        ("a local source", "Planes bombed the market", "four men"),
        ("the mayor of Veskad", "Two shops burned", "as well"),
    ],
)
def test_a_page_that_lost_its_commas(attribute: Reader, source: str, begin: str, end: str) -> None:
    contents = {words(a.source): words(a.content) for a in attribute(LOST) if words(a.cue) != "adding"}
    assert contents[source].startswith(begin)
    assert contents[source].endswith(end)


def test_a_title_that_lost_its_colon(attribute: Reader) -> None:
    found = attribute("Shelling of Veskad kills nine Monitor VPN Sunday 3 May 2015 " + LOST)
    assert ("Monitor", "", "Shelling of Veskad kills nine") in [shown(a) for a in found]


def check(parse: Parse, found: Sequence[Attribution]) -> None:
    """What holds of any page: spans of its text, no empty content, and nesting that ends."""
    for number, a in enumerate(found):
        assert a.content
        for span in (*a.source, *a.cue, *a.content):
            assert parse.text[span.start : span.end] == span.exact
        above, seen = a.parent, {number}
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = found[above].parent


@given(trees())
@settings(max_examples=200)
def test_any_tree_is_read(parsed: Parse) -> None:
    passages = split_passages(Document("test", parsed.text), LEXICON)
    found = find_attributions(parsed, passages, find_quotations(parsed.text, passages), (), LEXICON)
    check(parsed, found)


@given(st.text(st.sampled_from("said that The 9 “”\"'’:,.;–— \n😀\ud800é") | st.characters(), max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_read(attribute: Reader, parse: Callable[[str], Parse], text: str) -> None:
    check(parse(text), attribute(text))


PATTERNS = {
    "anonymous, asked": "<“They shot at anyone,”> {said} [a nurse who asked not to be named].",
    "anonymous, declined": "[The driver, who declined to be identified], {said} <that nine people had died>.",
    "behind a semicolon": "[A security source] {told} Velm Press <that one had survived>.",
    "people counted": "[The health ministry] {reported} <493 dead and 751 wounded in the raids>.",
    "behind an object": (
        "<Gunmen raided a mosque in Tarnholt, killing at least nine people>, "
        "[a security source and a local resident] {said}."
    ),
    "shared subject": "<The war has killed 90 people>, {according to} [the council], <and displaced six more>.",
    "joined by a comma": "<A bomb in Tarnholt killed 200 people>, [police and hospital sources] {told} Velm Press.",
}


@pytest.mark.parametrize("text", PATTERNS.values(), ids=PATTERNS.keys())
def test_one_statement_in_harder_words(attribute: Reader, text: str) -> None:
    plain, (expected,) = marked(text)
    assert [shown(a) for a in attribute(plain)] == [shown(expected)]


def test_what_is_said_after_a_quotation_is_its_speakers(attribute: Reader) -> None:
    found = [shown(a) for a in attribute("Lina Orsa said “reports say nine died”, adding that 800 people had fled.")]
    assert ("Lina Orsa", "adding", "that 800 people had fled") in found


def test_the_dead_put_no_number(attribute: Reader) -> None:
    text = "An adviser, Osmo Varn, told Velm Press that those killed were thieves, and put their number at 12."
    assert {source for source, cue, _ in map(shown, attribute(text)) if cue == "put"} <= {"An adviser, Osmo Varn"}


def test_nobody_is_cited_without_a_source(attribute: Reader) -> None:
    found = attribute("The editor said nine people had died, without citing a source.")
    assert [words(a.source) for a in found] == ["The editor"]


def test_a_person_signs_a_post_behind_a_dash(attribute: Reader) -> None:
    (found,) = attribute("Three people were killed in Tarnholt — Mayor Osmo Varn.")
    assert shown(found) == ("Mayor Osmo Varn", "—", "Three people were killed in Tarnholt")
