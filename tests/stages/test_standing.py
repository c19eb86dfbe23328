from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Act, Certainty, Finding, Span, Standing, Statement
from counterclaim.stages.standing import find_standing
from counterclaim.syntax import Parse
from voicing.marked import marked

LEXICON = load_lexicon()


def statement(
    part: int,
    parts: Sequence[str],
    voice: str | None = "Tarn Watch",
    act: Act = "says",
    certainty: Certainty = "certain",
    **fields: object,
) -> Statement:
    """The marked part as a statement of a voice."""
    a = marked(*parts)[1][part]
    base = Statement(
        id=f"s{part}", document="d", manner="indirect", source=a.source, cue=a.cue, content=a.content, voice=voice,
        voice_span=a.source[0] if a.source else None, relays=("Velm Press",), parent=None, act=act, certainty=certainty,
    )  # fmt: skip
    return base if not fields else _with(base, fields)


def _with(base: Statement, fields: dict[str, object]) -> Statement:
    given_fields = {name: getattr(base, name) for name in Statement.__dataclass_fields__} | fields
    return Statement(**given_fields)


def finding(text: str, quote: str, voice: str | None = None) -> Finding:
    start = text.index(quote)
    return Finding("killed", Span.of(text, start, start + len(quote)), 0, 0, voice=voice)


Stand = Callable[..., tuple[Standing, ...]]


@pytest.fixture(scope="module")
def stand(parse: Callable[[str], Parse]) -> Stand:
    """Parts, statements and a quote to the standings of that quote."""

    def run(
        parts: Sequence[str], statements: Sequence[Statement], quote: str, voice: str | None = None
    ) -> tuple[Standing, ...]:
        text = marked(*parts)[0]
        return find_standing([finding(text, quote, voice)], statements, ("Harl Agency",), parse(text), (), LEXICON)[0]

    return run


def test_a_finding_stands_on_the_statement_that_holds_it(stand: Stand) -> None:
    parts = ["[Tarn Watch] {said} <nine people had died>."]
    (got,) = stand(parts, [statement(0, parts)], "nine people")
    assert (got.voice, got.relays, got.statement) == ("Tarn Watch", ("Velm Press",), "s0")
    assert (got.voice_span and got.voice_span.exact, got.cue_span and got.cue_span.exact) == ("Tarn Watch", "said")


def test_what_no_statement_holds_is_the_outlets_own(stand: Stand) -> None:
    parts = ["Nine people died.", "[Tarn Watch] {said} <so>."]
    (got,) = stand(parts, [statement(0, parts)], "Nine people")
    assert (got.voice, got.relays, got.statement) == (None, ("Harl Agency",), None)


def test_words_of_the_source_are_not_said_by_it(stand: Stand) -> None:
    parts = ["[The mother of two dead boys] {said} <soldiers came at dawn>."]
    (got,) = stand(parts, [statement(0, parts, "unnamed: mother")], "two dead boys")
    assert got.voice is None


def test_the_innermost_statement_counts(stand: Stand) -> None:
    parts = ["[Tarn Watch] {said} <doctors told it that nine people had died>."]
    outer = statement(0, parts)
    inner_parts = ["Tarn Watch said [doctors] {told it} <that nine people had died>."]
    inner = statement(0, inner_parts, "unnamed: doctors", id="inner", parent="s0")
    (got,) = stand(parts, [outer, inner], "nine people")
    assert (got.voice, got.statement) == ("unnamed: doctors", "inner")


def test_joint_voices_stand_side_by_side(stand: Stand) -> None:
    parts = ["[Tarn Watch and residents] {said} <nine people had died>."]
    span = Span(15, 24, "residents")
    joint = (("Tarn Watch", Span(1, 11, "Tarn Watch")), ("unnamed: residents", span))
    (first, second) = stand(parts, [statement(0, parts, "Tarn Watch and residents", joint=joint)], "nine people")
    assert (first.voice, second.voice, second.voice_span) == ("Tarn Watch", "unnamed: residents", span)


def test_a_denial_turns_the_finding(stand: Stand) -> None:
    parts = ["[The army] {denied} <killing nine people>."]
    (got,) = stand(parts, [statement(0, parts, "army", "denies")], "nine people")
    assert got.polarity == "denies"


def test_hedges_around_are_kept(stand: Stand) -> None:
    hearsay = statement(0, ["Tarn Watch said <nine people> had {reportedly} died"], None)
    said = statement(0, ["[Tarn Watch] {said} <nine people had reportedly died>."], certainty="unverified")
    (got,) = stand(["Tarn Watch said nine people had reportedly died."], [said, hearsay], "nine people")
    assert (got.voice, got.certainty) == ("Tarn Watch", "unverified")


def test_an_outlet_speaking_of_itself_is_its_own_word(stand: Stand) -> None:
    parts = ["[Our reporter] {said} <nine people had died>."]
    (got,) = stand(parts, [statement(0, parts, "Velm Press", own=True)], "nine people")
    assert got.voice is None
    assert got.statement == "s0"


def test_a_finding_that_names_its_speaker_is_passed_on_by_who_tells_it(stand: Stand) -> None:
    parts = ["[Tarn Watch] {said} <the Dawn League had claimed the killing of nine people>."]
    (got,) = stand(parts, [statement(0, parts)], "nine people", "Dawn League")
    assert (got.voice, got.relays) == ("Dawn League", ("Tarn Watch", "Velm Press"))


def test_things_that_claim_lives_do_not_speak(stand: Stand) -> None:
    parts = ["[The blast] {claimed} <nine people>."]
    (got,) = stand(parts, [statement(0, parts, "unnamed: blast")], "nine people")
    assert got.voice is None


@pytest.mark.parametrize("voice", ["unnamed: photo", "unnamed: no one"])
def test_what_is_nobodys_word_is_the_outlets(stand: Stand, voice: str) -> None:
    parts = ["[It] {shows} <nine people after the raid>."]
    assert stand(parts, [statement(0, parts, voice)], "nine people")[0].voice is None


ON = {
    "another": "Another 12 were wounded in the raid.",
    "others": "Two others were hurt in the raid.",
    "the dead": "The dead included four children.",
}
OFF = {
    "the war as a whole": "More than 90,000 people have been killed since the war began in 2011.",
    "another day": "On Friday, 12 people were killed in the capital when a bridge fell, and the whole country mourned.",
    "perfect": "The army has killed 12 people in the valley this year.",
}
SAID = "[Tarn Watch] {said} <an air raid had killed nine people in the port>."
AGAIN = "[It] {said} <the toll could rise>."


@pytest.mark.parametrize("sentence", ON.values(), ids=ON)
def test_a_source_carries_over_what_goes_on_with_its_report(stand: Stand, sentence: str) -> None:
    parts = ["Shells fell for a third night.", SAID, sentence, AGAIN]
    statements = [statement(0, parts), statement(1, parts)]
    (got,) = stand(parts, statements, sentence.removesuffix("."))
    assert (got.voice, got.statement, got.cue_span) == ("Tarn Watch", "s0", None)


@pytest.mark.parametrize(
    ("rest", "voice"),
    [
        ("; its earlier count had been 74", "Tarn Watch"),
        ("; since the war began 74 have died", None),
        (" so far: three in Orlu, 74 in Tarn", "Tarn Watch"),
        (" and gave 74", "Tarn Watch"),
        (", with 74 wounded", "Tarn Watch"),
        (", in which 74 had been killed", None),
    ],
)
def test_the_rest_of_a_sentence_goes_on_with_the_report(stand: Stand, rest: str, voice: str | None) -> None:
    parts = (f"[Tarn Watch] {{said}} <nine people had died>{rest}.",)
    (standing,) = stand(parts, [statement(0, parts)], "74")
    assert standing.voice == voice


@pytest.mark.parametrize(
    ("rest", "voice"),
    [
        (", and rescuers were looking for 74 more", "Tarn Watch"),
        (" on Sunday, while 74 were hurt", "Tarn Watch"),
        (", and in Orlu, which rebels took in a battle that killed 74", None),
        (" days after a bombing killed 74", None),
    ],
)
def test_the_rest_behind_a_source_is_its_own(stand: Stand, rest: str, voice: str | None) -> None:
    parts = (f"<Nine people had died>, [Tarn Watch] {{said}}{rest}.",)
    (standing,) = stand(parts, [statement(0, parts)], "74")
    assert standing.voice == voice


@pytest.mark.parametrize("sentence", OFF.values(), ids=OFF)
def test_a_source_does_not_carry_over_the_outlets_own_account(stand: Stand, sentence: str) -> None:
    parts = ["Shells fell for a third night.", SAID, sentence]
    (got,) = stand(parts, [statement(0, parts)], sentence.removesuffix("."))
    assert got.voice is None


def test_a_source_does_not_reach_back(stand: Stand) -> None:
    parts = ["Another 12 were wounded.", SAID]
    assert stand(parts, [statement(0, parts)], "Another 12")[0].voice is None


@given(st.integers(0, 40), st.integers(1, 20))
def test_a_text_without_tokens_is_borne(start: int, length: int) -> None:
    text = "x" * 80
    found = Finding("killed", Span.of(text, start, start + length), 0, 0)
    assert find_standing([found], (), (), Parse(text, (), ()), (), LEXICON) == ((Standing(),),)


@pytest.mark.parametrize("speaker", ["a trader", "the neighbourhood committees", "a young electrician"])
def test_whoever_has_a_trade_can_speak(read, speaker):
    (claim,) = read(f"Nine people were killed in Orlu on Sunday, {speaker} said.").claims
    assert claim.voice is not None
    assert claim.voice.startswith("unnamed: ")


def test_what_is_conceded_after_a_denial_is_not_denied(read):
    claims = read("The army denied shelling Orlu, though nine people have been killed there since May.").claims
    assert [c.polarity for c in claims if c.aspect == "killed"] == ["affirms"]


def test_bail_denied_to_whoever_killed_denies_nobody_dead(read):
    claims = read("A judge in Orlu denied bail for a man charged with killing two clerks.").claims
    assert [c.polarity for c in claims if c.aspect == "killed"] == ["affirms"]


def test_a_part_stands_with_the_whole_of_its_sentence(read):
    claims = read(
        "Residents said nine people were killed in Orlu. The hospital put the toll at 17, including four women."
    ).claims
    voices = {c.span.exact: c.voice for c in claims if c.aspect == "killed"}
    assert voices["four women"] == voices["17"] == "unnamed: hospital"


def test_what_things_show_goes_on_with_no_report(stand: Stand) -> None:
    parts = ["<Two had died>, [a doctor] {said}.", "[Fragments] {suggest} <that nine others were hit by rockets>."]
    told = [statement(0, parts, "unnamed: doctor"), statement(1, parts, "unnamed: fragments")]
    (got,) = stand(parts, told, "nine others")
    assert got.voice is None
    (without,) = stand(parts, told[:1], "nine others")
    assert without.voice == "unnamed: doctor"


def test_an_outlet_that_turns_to_its_readers_speaks_itself(stand: Stand) -> None:
    parts = ["<Two had died>, [a doctor] {said}.", "Make no mistake: nine others died here.", "He {said} <so>."]
    (got,) = stand(parts, [statement(0, parts, "unnamed: doctor")], "nine others")
    assert got.voice is None


def test_some_of_them_count_on_and_tens_of_people_do_not(stand: Stand) -> None:
    parts = ["<Nine had died>, [Tarn Watch] {said}.", "Two of them were children."]
    assert stand(parts, [statement(0, parts)], "Two of them")[0].voice == "Tarn Watch"
    parts = ["<Nine had died>, [Tarn Watch] {said}.", "Hundreds of families were displaced in Odra."]
    assert stand(parts, [statement(0, parts)], "Hundreds of families")[0].voice is None


@pytest.mark.parametrize("voice", ["police colonel", "tens of protesters", "mayor of a town on the river"])
def test_people_by_their_rank_or_number_can_speak(stand: Stand, voice: str) -> None:
    parts = [f"[A {voice}] {{said}} <nine people had died>."]
    assert stand(parts, [statement(0, parts, f"unnamed: {voice}")], "nine people")[0].voice == f"unnamed: {voice}"


@pytest.mark.parametrize(
    ("text", "value", "voice"),
    [
        ("The raid on Orla, in which nine people died, was blamed by Russia on rebels.", "nine people", None),
        (
            "France said that rebels were behind the raid in which 40 people are estimated to have been killed.",
            "40 people",
            None,
        ),
        ("France said that rebels were behind the raid that killed 40 people.", "40 people", "France"),
    ],
)
def test_a_clause_of_background_is_not_the_word_of_who_blames(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}
