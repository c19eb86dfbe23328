from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.model import Finding, Span, Statement
from counterclaim.stages.responsibility import find_responsibility
from counterclaim.syntax import Parse, Sentence, Token
from invented_war import CATALOGUE, mentions

LEXICON = load_lexicon()
Reader = Callable[[str], tuple[Finding, ...]]


@pytest.fixture(scope="module")
def blames(parse: Callable[[str], Parse], lexicon: Lexicon) -> Reader:
    """Text, read in the invented war in Bastan, to its findings."""

    def run(text: str) -> tuple[Finding, ...]:
        parsed = parse(text)
        return find_responsibility(parsed, mentions(parsed), (), CATALOGUE, lexicon)

    return run


def told(findings: tuple[Finding, ...]) -> set[str]:
    """Parties, with a minus before those that are said not to have done it."""
    return {("-" if f.polarity == "denies" else "") + (f.party or "") for f in findings}


WAYS = {
    "noun": ("Rurian air strikes killed twelve people in Tarn.", {"Ruria"}),
    "noun with a weapon": ("A Black Banner rocket attack wounded two farmers.", {"Black Banner"}),
    "verb": ("Rurian jets bombed the market in Tarn on Monday.", {"Ruria"}),
    "participle": ("Shells fired by the Dawn League hit a clinic.", {"Dawn League"}),
    "passive": ("Nine miners were killed by Black Banner fighters.", {"Black Banner"}),
    "light verb": ("The Rurian air force carried out a raid on the bridge.", {"Ruria"}),
    "carried out by": ("The raid was carried out by Rurian forces.", {"Ruria"}),
    "weapon": ("Two children were killed by Rurian shells.", {"Ruria"}),
    "weapon that strikes": ("Rurian missiles hit a bakery in the town.", {"Ruria"}),
    "use": ("The Black Banner used poison gas in the village.", {"Black Banner"}),
    "genitive": ("Ruria's bombing of the town went on.", {"Ruria"}),
    "two": ("Rurian and Bastani warplanes struck the camp.", {"Ruria", "Bastani government"}),
    "of": ("Warplanes of the Ruria-led coalition hit a bus.", {"Ruria-led coalition"}),
    "hostages": ("The Black Banner abducted six nurses.", {"Black Banner"}),
    "blown up": ("The Black Banner blew up a bridge near the town.", {"Black Banner"}),
    "from": ("Shells from Dawn League positions hit the school.", {"Dawn League"}),
    "headline": ("Black Banner attack kills six in Tarn", {"Black Banner"}),
    "accuse": ("Tarn Watch accused the Dawn League of shelling the market.", {"Dawn League"}),
    "blame for": ("Residents blamed Ruria for the strike.", {"Ruria"}),
    "blame on": ("The mayor blamed the attack on the Dawn League.", {"Dawn League"}),
    "responsible": ("Ruria is responsible for the massacre, she said.", {"Ruria"}),
    "to blame": ("The general is to blame: Ruria is to blame for the attack, he said.", {"Ruria"}),
    "an army blames": ("The Bastani army blamed the Dawn League for the attack.", {"Dawn League"}),
    "held": ("She held the Dawn League responsible for the killings.", {"Dawn League"}),
    "behind": ("The Black Banner was behind the bombing, he said.", {"Black Banner"}),
    "finger": ("Villagers pointed the finger at the Dawn League.", {"Dawn League"}),
    "attributed": ("The raid was attributed to the Ruria-led coalition.", {"Ruria-led coalition"}),
    "blame put on": ("The mayor put the blame on the Dawn League for the raid that killed 50.", {"Dawn League"}),
    "to account": ("Velm said it was holding Ruria to account for the strike.", {"Ruria"}),
    "must answer": ("Ruria must take responsibility for the killing of the medics, she said.", {"Ruria"}),
    "admitted": ("The Rurian army acknowledged the strike on the school.", {"Ruria"}),
    "admitted by habit": ("The Rurian army rarely acknowledges strikes.", set()),
    "attack on its own": ("The Rurian army acknowledged the attack on its base.", set()),
    "operated by": ("Drones operated by the Rurian army struck the market.", {"Ruria"}),
    "they": ("Ten shells hit the market. They had been fired by the Rurian army.", {"Ruria"}),
    "known as": ("Militants from the group known as the Black Banner killed 15 people.", {"Black Banner"}),
    "own rocket": (
        "A rocket hit the market. The Black Banner denied that one of its rockets had fallen short.",
        {"-Black Banner"},
    ),
    "no flight": ("Rurian planes did not fly over the district, a spokesman said.", {"-Ruria"}),
    "no mission": ("The ministry said Rurian aviation did not carry out any missions there.", {"-Ruria"}),
    "shots": ("The shots had come from positions of the Dawn League.", {"Dawn League"}),
    "work": ("The ambush was the work of the Dawn League.", {"Dawn League"}),
    "claim": ("The Black Banner claimed responsibility for the blast.", {"Black Banner"}),
    "claimed by": ("The attack was claimed by the Black Banner.", {"Black Banner"}),
    "deny doing": ("Ruria denied bombing the hospital.", {"-Ruria"}),
    "deny a part": ("Ruria has denied any involvement in the attack.", {"-Ruria"}),
    "deny that": ("Velm denied that Rurian planes had hit the school.", {"-Ruria"}),
    "ministry denies": ("The Rurian defence ministry denied the accusations.", {"-Ruria"}),
    "not done": ("A spokesman said the Ruria-led coalition did not carry out any strikes.", {"-Ruria-led coalition"}),
    "deny and blame": (
        "Ruria denied responsibility for the raid and said the Dawn League had shelled the school.",
        {"-Ruria", "Dawn League"},
    ),
    "deny what it calls": (
        "Rurian jets hit a school. Ruria rejected what it called baseless accusations.",
        {"Ruria", "-Ruria"},
    ),
    "an office denies": (
        "The Bastani army shelled a market in Bastan. A military spokesman denied the report.",
        {"Bastani government", "-Bastani government"},
    ),
    "it denies": (
        "The Black Banner stormed a village, Tarn Watch said. It denied the charge.",
        {"Black Banner", "-Black Banner"},
    ),
    "not behind a rocket": ("The Black Banner said it was not behind the rocket.", {"-Black Banner"}),
    "condemn": ("Tarn Watch condemned the killings by the Dawn League.", {"Dawn League"}),
    "attacks blamed on": ("Ten farmers died in raids that the governor blamed on the Black Banner.", {"Black Banner"}),
    "make": ("The shell was fired by a Rurian KR-31, he said.", {"Ruria"}),
    "a number of": ("A number of Rurian missiles hit the port.", {"Ruria"}),
    "of and on": ("The bombardment of the Rurian forces on the village injured a woman.", {"Ruria"}),
    "traded": (
        "Ruria and the Dawn League traded blame for the attack.",
        {"Ruria", "Dawn League"},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), WAYS.values(), ids=WAYS)
def test_ways_of_naming_who_did_it(blames: Reader, text: str, wanted: set[str]) -> None:
    assert told(blames(text)) == wanted


NOBODY = {
    "no claim": "No group has claimed responsibility for the blast.",
    "unclear": "It was unclear whether Ruria had bombed the school.",
    "threat": "Ruria threatened to bomb the port.",
    "future": "Rurian warplanes will strike the port, the general warned.",
    "foiled": "Police foiled a Black Banner attack on the market.",
    "possible": "Diplomats spoke of possible Rurian strikes.",
    "offensive": "Ruria launched an offensive in the north of Bastan.",
    "bomber": "A suicide bomber killed nine people in Tarn.",
    "held": "The shells fell on Banner-held villages.",
    "place": "An air strike in Bastan killed nine people.",
    "victims": "Twelve Black Banner fighters killed in Tarn",
    "deal": "Ruria accused the Dawn League of breaking the truce.",
    "words": "The mayor of Velm attacked the plan.",
    "police": "Police arrested two men in Tarn.",
    "own": "Ruria has destroyed its chemical weapons.",
    "their murder": "His murder shocked the town.",
    "officials": "Rurian officials visited the hospital after the blast.",
    "against": "Anti-Ruria protesters threw stones.",
    "stored": "Tarn Watch accused the Dawn League of storing weapons in the school.",
    "another charge": "Ruria accused the Dawn League of stirring unrest. The Dawn League rejected the accusation.",
    "habit": "Ruria strikes only military targets, the ministry said.",
    "whether by": "It was unclear whether the fire was caused by a Rurian shell.",
    "not acknowledged": "Ruria has not acknowledged any deaths in its raids.",
    "says": "The president spoke of an attack Ruria says killed forty people.",
    "backed by": "Kurdish fighters backed by Rurian air strikes held the hill.",
    "to retake": "Ruria launched an attack to retake the town of Tarn.",
    "counter": "The Dawn League launched a counter attack in the north.",
    "daily": "Ruria shells the villages on a daily basis.",
    "himself": "A Black Banner member blew himself up.",
    "attackers": "Attackers killed two guards in Bastan.",
    "shot down": "The air defences of Bastan shot down two missiles.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_what_blames_nobody(blames: Reader, text: str) -> None:
    assert not blames(text)


DESCRIBED = {
    "regime": ("In Bastan, regime warplanes bombed a school.", {"Bastani government"}),
    "army": ("Fighting went on in Bastan. The army shelled three villages.", {"Bastani government"}),
    "rebels": ("Rebel shelling killed four people in Bastan.", {"rebels"}),
    "rebels of a state": ("Bastani rebels shelled the airport of Bastan.", {"rebels"}),
    "gunmen": ("Gunmen killed two guards in Bastan.", {"unnamed: gunmen"}),
    "the group": ("The Black Banner holds the town. The group executed nine men.", {"Black Banner"}),
    "the coalition": ("The Ruria-led coalition met. Coalition raids killed six.", {"Ruria-led coalition"}),
    "the backed group": (
        "The Black Banner holds the town. The Ruria-backed group executed nine men.",
        {"Black Banner"},
    ),
    "armed groups": ("Armed groups killed two guards in Bastan.", {"unnamed: armed groups"}),
    "its": ("Ruria said its planes had struck the depot.", {"Ruria"}),
    "a people": ("Kurdish fighters shelled the camp in Bastan.", {"Kurdish fighters"}),
    "backed": ("Ruria-backed rebels shelled the camp.", {"Ruria-backed rebels"}),
    "mercenaries": ("Rurian mercenaries shot two shepherds.", {"Rurian-backed mercenaries"}),
    "label": ("A terrorist attack killed three people in Bastan.", set()),
    "label and authors": (
        "A terrorist attack killed three people. Terrorists fired rockets at a clinic.",
        {"unnamed: terrorists"},
    ),
    "monitor": ("Tarn Watch documented the attack.", set()),
}


@pytest.mark.parametrize(("text", "wanted"), DESCRIBED.values(), ids=DESCRIBED)
def test_parties_that_are_described(blames: Reader, text: str, wanted: set[str]) -> None:
    assert told(blames(text)) == wanted


def test_the_span_is_the_mention_of_the_accused(blames: Reader) -> None:
    (finding,) = blames("Officials said that Rurian air strikes killed twelve people.")
    assert finding.span.exact == "Rurian"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Suspected Rurian air strikes killed twelve people.", "hedged"),
        ("Ruria may have bombed the school, he said.", "hedged"),
        ("An alleged Rurian strike killed twelve people.", "unverified"),
        ("Rurian jets reportedly bombed the school.", "unverified"),
        ("Rurian or Bastani jets bombed the school.", "hedged"),
        ("Rurian air strikes killed twelve people.", "certain"),
        ("The attack bore the hallmarks of the Black Banner.", "hedged"),
    ],
)
def test_how_sure_it_is(blames: Reader, text: str, certainty: str) -> None:
    assert {f.certainty for f in blames(text)} == {certainty}


def test_who_claims_an_attack_is_the_voice(blames: Reader) -> None:
    (finding,) = blames("The Black Banner claimed responsibility for the blast.")
    assert (finding.voice, finding.party) == ("Black Banner", "Black Banner")
    assert finding.voice_span == finding.span


def test_who_accuses_is_the_voice_where_no_statement_tells_it(blames: Reader) -> None:
    (finding,) = blames("Tarn Watch accused the Dawn League of shelling the market.")
    assert finding.voice == "Tarn Watch"


def test_a_statement_that_holds_the_accused_leaves_the_voice_to_it(
    parse: Callable[[str], Parse], lexicon: Lexicon
) -> None:
    text = "Tarn Watch accused the Dawn League of shelling the market."
    parsed = parse(text)

    def words(exact: str) -> tuple[Span, ...]:
        return (Span.of(text, text.index(exact), text.index(exact) + len(exact)),)

    content = words("the Dawn League of shelling the market")
    statement = Statement(
        "s", "d", "indirect", words("Tarn Watch"), words("accused"), content, "Tarn Watch", None, (), None,
        "accuses", "certain",
    )  # fmt: skip
    (finding,) = find_responsibility(parsed, mentions(parsed), (statement,), CATALOGUE, lexicon)
    assert finding.voice is None


def test_a_pronoun_does_not_say_again_what_its_sentence_has_said(blames: Reader) -> None:
    (finding,) = blames("Rurian jets resumed their bombing of the town.")
    assert finding.span.exact == "Rurian"


def test_blame_after_a_denial_is_the_denier_s(parse: Callable[[str], Parse], lexicon: Lexicon) -> None:
    text = "Velm denied responsibility and blamed rebels."
    parsed = parse(text)
    parts = ["Velm", "denied", "responsibility and blamed rebels"]
    source, cue, content = [(Span.of(text, text.index(p), text.index(p) + len(p)),) for p in parts]
    statement = Statement(
        "s", "d", "indirect", source, cue, content, "Ruria", source[0], (), None, "denies", "certain"
    )  # fmt: skip
    found = find_responsibility(parsed, mentions(parsed), (statement,), CATALOGUE, lexicon)
    assert {(f.party, f.polarity, f.voice) for f in found if f.party == "rebels"} == {("rebels", "affirms", "Ruria")}


def test_a_speaker_told_by_a_noun_is_the_party_that_it_stands_for(
    parse: Callable[[str], Parse], lexicon: Lexicon
) -> None:
    text = "The Black Banner holds the town. The insurgents denied any role in the blast."
    parsed = parse(text)
    source, cue, content = [
        (Span.of(text, text.index(p), text.index(p) + len(p)),)
        for p in ("The insurgents", "denied", "any role in the blast")
    ]
    statement = Statement(
        "s", "d", "indirect", source, cue, content, "unnamed: insurgents", source[0], (), None, "denies", "certain"
    )  # fmt: skip
    (found,) = find_responsibility(parsed, mentions(parsed), (statement,), CATALOGUE, lexicon)
    assert (found.party, found.polarity, found.voice) == ("Black Banner", "denies", "Black Banner")


def test_findings_stand_in_page_order_without_doubles(blames: Reader) -> None:
    found = blames(
        "Rurian air strikes hit Tarn. The Dawn League shelled the town, and the Black Banner claimed the attack."
    )
    assert list(found) == sorted(found, key=lambda f: f.span)
    assert len({(f.span, f.party, f.polarity) for f in found}) == len(found)


SENSELESS = (
    "Rurian Ruria Black Banner air strikes killed by denied responsibility accused of shelling the army - ( ) “ ” , "
    "rebels and or it its who said blamed on claimed 12 people \ud800"
)
GRAMMAR = "nsubj nsubjpass dobj pobj prep amod compound conj cc relcl acl advcl ccomp xcomp aux"
WORDS = st.sampled_from(SENSELESS.split(" "))
DEPS = st.sampled_from(GRAMMAR.split(" "))
KINDS = st.sampled_from(
    [("NOUN", "NNS"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VBN"), ("ADP", "IN"), ("ADJ", "JJ")]
)


@st.composite
def trees(draw: st.DrawFn) -> Parse:
    """Parses of senseless words with any grammar over them."""
    tokens: list[Token] = []
    at, text = 0, ""
    for i in range(draw(st.integers(0, 14))):
        word, (pos, tag) = draw(WORDS), draw(KINDS)
        head = draw(st.integers(0, i - 1)) if i else 0
        dep = draw(DEPS) if i else "ROOT"
        tokens.append(Token(i, at, at + len(word), word, word.lower(), pos, tag, dep, head, "", False, 0))
        text += word + " "
        at = len(text)
    return Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens), 0),) if tokens else ())


@settings(max_examples=300, deadline=None)
@given(trees())
def test_any_grammar_is_read_and_every_span_is_exact(parsed: Parse) -> None:
    for finding in find_responsibility(parsed, mentions(parsed), (), CATALOGUE, LEXICON):
        assert parsed.text[finding.span.start : finding.span.end] == finding.span.exact
        assert finding.party


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(), max_size=80))
def test_any_text_is_read(blames: Reader, text: str) -> None:
    for finding in blames(text):
        assert text[finding.span.start : finding.span.end] == finding.span.exact
