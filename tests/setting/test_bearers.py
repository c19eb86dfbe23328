from counterclaim.cataloguing import load_catalogue
from counterclaim.model import RESPONSIBILITY, Finding, Interval, Place, Setting, Span, Standing
from counterclaim.setting.bearers import Bearers
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.told import WINDOW, Bearer, Told
from counterclaim.syntax import Parse, Sentence, Token

WORDS = "Rurian jets killed nine people . The raid hurt two . Rebels shot three ."
STOPS = (6, 11, 15)
HEADS = (1, 2, 2, 4, 2, 2, 7, 8, 8, 8, 8, 12, 12, 12, 12)
CATALOGUE = load_catalogue()


def parsed() -> Parse:
    tokens, at, sentence = [], 0, 0
    for i, word in enumerate(WORDS.split()):
        sentence += i in STOPS
        lemma = "kill" if word == "killed" else word.lower()
        tokens.append(Token(i, at, at + len(word), word, lemma, "NOUN", "NN", "dep", HEADS[i], "", False, sentence))
        at += len(word) + 1
    firsts = (0, *STOPS)
    sentences = tuple(Sentence(n, firsts[n], firsts[n + 1], 0) for n in range(3))
    return Parse(WORDS, tuple(tokens), sentences)


PARSE = parsed()


def told(
    aspect: str, token: int, event: int, party: str | None = None, voice: str | None = None, **fields: object
) -> Told:
    finding = Finding(aspect, PARSE.span(token, token + 1), event, event, low=2, high=2, party=party)
    setting = Setting(**({"occurrence": 0, "event_type": "Air/drone strike"} | fields))  # type: ignore[arg-type]
    return Told(finding, (Standing(voice),), setting, PARSE.tokens[event].sentence)


BLAME = told(RESPONSIBILITY, 0, 2, "Russia")
RIVAL = told(RESPONSIBILITY, 11, 12, "rebels", occurrence=1)
NINE, TWO, THREE = told("killed", 3, 2), told("injured", 9, 8), told("killed", 13, 12, occurrence=1)


def test_nobody_and_every_party_blamed_are_the_candidates() -> None:
    bearers = Bearers((BLAME, RIVAL, NINE), PARSE, CATALOGUE)
    assert bearers.parties == ("Russia", "rebels")
    assert len(bearers.candidates(NINE)) == 3


def test_whom_only_a_denial_names_is_no_candidate() -> None:
    denied = Told(BLAME.finding, (Standing(polarity="denies"),), BLAME.setting, 0)
    assert Bearers((denied, NINE), PARSE, CATALOGUE).parties == ()


def test_what_stands_in_the_sentence_is_told_from_what_stands_before() -> None:
    bearers = Bearers((BLAME, RIVAL), PARSE, CATALOGUE)
    (_, here, away), (_, before, _) = bearers.candidates(NINE), bearers.candidates(TWO)
    assert {"here", "here:same", "here:0", "nearest"} <= here.keys()
    assert {"after:2", "after:other", "outdone"} <= away.keys()
    assert {"before:1", "before:same", "occurrence"} <= before.keys()


def test_the_word_of_a_deed_taken_up_is_an_echo() -> None:
    raid = told(RESPONSIBILITY, 0, 7, "Russia")
    moved = Told(raid.finding, raid.standings, raid.setting, 0)
    _, features = Bearers((moved,), PARSE, CATALOGUE).candidates(TWO)
    assert "echo" in features


def test_places_and_days_speak_where_both_are_known() -> None:
    day, place = Interval("2021-01-01", "2021-01-01"), Place("Tarn")
    blame = told(RESPONSIBILITY, 0, 2, "Russia", place=place, date=day)
    (_, same) = Bearers((blame,), PARSE, CATALOGUE).candidates(told("killed", 3, 2, place=place, date=day))
    (_, none) = Bearers((blame,), PARSE, CATALOGUE).candidates(NINE)
    assert {"place:True", "date:True"} <= same.keys()
    assert not any(name.startswith(("place", "date")) for name in none)


def test_the_best_candidate_is_given_with_its_words() -> None:
    bearers = Bearers((BLAME, RIVAL), PARSE, CATALOGUE)
    chooser = Chooser({"here": 1.0})
    assert bearers.choose(NINE, chooser) == ("Russia", Span(0, 6, "Rurian"))
    assert bearers.choose(THREE, chooser) == ("rebels", PARSE.span(11, 12))
    assert bearers.choose(told("injured", 9, 8, occurrence=2), chooser) == (None, None)


def test_the_only_one_blamed_for_what_is_counted_bears_it() -> None:
    bearers = Bearers((BLAME, RIVAL), PARSE, CATALOGUE)
    assert bearers.choose(TWO, Chooser({})) == ("Russia", Span(0, 6, "Rurian"))
    assert bearers.choose(told("injured", 9, 8, voice="SANA"), Chooser({})) == (None, None)


def test_only_the_blame_around_a_sentence_is_looked_at() -> None:
    many = tuple(Told(BLAME.finding, BLAME.standings, BLAME.setting, n) for n in range(100))
    bearer = Bearer("Russia", "state", many)
    assert [t.sentence for t in bearer.around(50)] == list(range(50 - WINDOW, 51 + WINDOW))
    assert bearer.is_between(3, 5)
    assert not bearer.is_between(4, 5)


def test_men_without_a_name_bear_what_their_own_verb_counts() -> None:
    bearers = Bearers((BLAME, RIVAL), PARSE, CATALOGUE)
    assert bearers.choose(THREE, Chooser({"nobody": 1.0})) == ("rebels", PARSE.span(11, 12))
    assert bearers.choose(NINE, Chooser({"nobody": 1.0, "occurrence": -9.0}))[0] == "Russia"
