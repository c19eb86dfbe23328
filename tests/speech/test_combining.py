"""What becomes of the rules' statements and the trained reader's, seen through the stage."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Attribution, Document
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse
from speech.scripted import SURE, Scripted
from speech.trees import trees

LEXICON = load_lexicon()
ROLE_WORDS = {"said": {"ministry": "source", "said": "cue", "nine": "content", "killed": "content", "“": "content"}}
TOLD, NESTED, NEITHER = (SURE, -SURE), (-SURE, SURE), (-SURE, -SURE)
Reader = Callable[[str, Scripted], tuple[Attribution, ...]]


@pytest.fixture(scope="module")
def attribute(parse: Callable[[str], Parse]) -> Reader:
    def run(text: str, weights: Scripted) -> tuple[Attribution, ...]:
        passages = split_passages(Document("test", text), LEXICON)
        return find_attributions(parse(text), passages, find_quotations(text, passages), (), LEXICON, weights)

    return run


def words(parts: tuple) -> str:
    return " … ".join(span.exact for span in parts)


def roles(**words: str) -> dict[str, str]:
    return {word: role for role, several in words.items() for word in several.split()}


def test_the_reader_finds_what_the_rules_do_not_know(attribute: Reader) -> None:
    weights = Scripted({"rued": TOLD}, {"rued": roles(source="Villagers", cue="rued", content="the loss of wells")})
    (found,) = attribute("Villagers rued the loss of wells.", weights)
    assert (words(found.source), words(found.cue), words(found.content)) == ("Villagers", "rued", "the loss of wells")


def test_the_reader_sets_the_extents_of_what_the_rules_found(attribute: Reader) -> None:
    text = "The ministry said that ten people had died in Tarnholt."
    weights = Scripted({"said": TOLD}, {"said": roles(source="ministry", cue="said", content="ten people had died")})
    (found,) = attribute(text, weights)
    assert words(found.source) == "ministry"
    assert words(found.content) == "ten people had died"


def test_the_rules_statement_goes_where_the_reader_sees_none(attribute: Reader) -> None:
    assert not attribute("The ministry said that the wells had dried up.", Scripted({"said": NEITHER}, {}))


@pytest.mark.parametrize(
    "text", ["The rebels claimed ten men were killed.", "The rebels claim to have killed ten men."]
)
def test_who_says_in_a_clause_how_many_stays(attribute: Reader, text: str) -> None:
    (found,) = attribute(text, Scripted({"claimed": NEITHER, "claim": NEITHER}, {}))
    assert words(found.source) == "The rebels"


def test_what_claims_lives_goes(attribute: Reader) -> None:
    assert not attribute("The blast claimed nine lives.", Scripted({"claimed": NEITHER}, {}))


def test_the_rules_extents_stay_where_the_reader_names_none(attribute: Reader) -> None:
    (found,) = attribute("The ministry said that ten people had died.", Scripted({"said": TOLD}, {}))
    assert words(found.content) == "that ten people had died"


def test_what_a_speaker_tells_is_nested(attribute: Reader) -> None:
    text = "The ministry said that villagers rued the loss of wells."
    weights = Scripted(
        {"said": TOLD, "rued": NESTED}, {"rued": roles(source="villagers", cue="rued", content="the loss of wells")}
    )
    outer, inner = attribute(text, weights)
    assert words(outer.cue) == "said"
    assert (words(inner.cue), inner.parent) == ("rued", 0)


def test_what_a_speaker_would_tell_is_nothing_outside_a_speakers_words(attribute: Reader) -> None:
    weights = Scripted({"rued": NESTED}, {"rued": roles(source="Villagers", cue="rued", content="the loss")})
    assert not attribute("Villagers rued the loss.", weights)


def test_a_quotation_without_a_cue_is_the_rules_alone(attribute: Reader) -> None:
    text = "“We saw the smoke,” said Ilsa Orn, a baker.\n\n“Then the roof came down on all of us.”"
    weights = Scripted({"said": TOLD}, {})
    first, second = attribute(text, weights)
    assert words(first.cue) == "said"
    assert not second.cue
    assert words(second.source) == words(first.source)


def test_a_quotation_that_nobody_else_has_stays_with_its_speaker(attribute: Reader) -> None:
    (found,) = attribute("“We saw the smoke and ran for the hills,” said Ilsa Orn.", Scripted({"said": NEITHER}, {}))
    assert words(found.source) == "Ilsa Orn"


def test_a_toll_is_the_rules_own(attribute: Reader) -> None:
    text = "The ministry put the toll at 91."
    (found,) = attribute(text, Scripted({"put": NEITHER}, {"put": roles(source="ministry", content="toll")}))
    assert words(found.content) == "the toll at 91"


def test_a_count_keeps_its_parts(attribute: Reader) -> None:
    text = "The ministry said that ten people had died, including two nurses."
    weights = Scripted({"said": TOLD}, {"said": roles(source="The ministry", content="that ten people had died")})
    (found,) = attribute(text, weights)
    assert words(found.content) == "that ten people had died, including two nurses"


def test_of_two_sources_the_rules_tell_which_speaks_here(attribute: Reader) -> None:
    text = "The agency said that ten people had died, citing a doctor."
    both = roles(source="The agency a doctor", content="that ten people had died")
    found = attribute(text, Scripted({"said": TOLD, "citing": TOLD}, {"said": both, "citing": {}}))
    assert [words(a.source) for a in found] == ["The agency", "a doctor"]


def test_a_cue_of_two_verbs_is_one_statement(attribute: Reader) -> None:
    text = "The general was quoted as saying that ten people had died."
    weights = Scripted(
        {"quoted": TOLD},
        {"quoted": roles(source="The general", cue="was quoted as saying", content="that ten people had died")},
    )
    (found,) = attribute(text, weights)
    assert words(found.source) == "The general"
    assert words(found.content) == "that ten people had died"


def test_content_beyond_what_was_looked_at_is_kept(attribute: Reader) -> None:
    quoted = "“" + "The river rose and the bridge fell and the road was cut. " * 12 + "Nobody came.”"
    weights = Scripted({"said": TOLD}, {"said": roles(content="The river rose and bridge fell the road was cut .")})
    (found,) = attribute(f"Ilsa Orn said: {quoted}", weights)
    assert words(found.content) == quoted


def test_a_new_quotation_runs_on_to_its_mark(attribute: Reader) -> None:
    told = "the river rose and the bridge fell and the road was cut " * 8
    weights = Scripted({"rued": TOLD}, {"rued": roles(source="Ilsa Orn", content=told)})
    (found,) = attribute(f"Ilsa Orn rued “{told}and nobody came.”", weights)
    assert words(found.content) == f"“{told}and nobody came.”"


@given(trees(), st.sampled_from([TOLD, NESTED, NEITHER]), st.sampled_from([TOLD, NESTED, NEITHER]))
def test_any_tree_becomes_statements_with_content(
    tree: Parse, said: tuple[float, float], told: tuple[float, float]
) -> None:
    roles = ROLE_WORDS | {"told": {"Veskad": "source", "“": "content", "”": "content", ".": "content"}}
    passages = split_passages(Document("test", tree.text), LEXICON)
    quotations = find_quotations(tree.text, passages)
    weights = Scripted({"said": said, "told": told}, roles)
    for found in find_attributions(tree, passages, quotations, (), LEXICON, weights):
        assert found.content
        assert all(tree.text[s.start : s.end] == s.exact for s in (*found.source, *found.cue, *found.content))
