import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.setting.events import load_event_words

WORDS = load_event_words(load_lexicon())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("an air strike hit", "Air/drone strike"),
        ("airstrikes", "Air/drone strike"),
        ("a suicide car bomb", "Suicide bomb"),
        ("two car bombs", "Remote explosive/landmine/IED"),
        ("two bombs went off", "Remote explosive/landmine/IED"),
        ("a house was bombed", "Air/drone strike"),
        ("a plane dropped bombs", "Air/drone strike"),
        ("rocket shells", "Shelling/artillery/missile attack"),
        ("troops shelled", "Shelling/artillery/missile attack"),
        ("clashes", "Armed clash"),
        ("were beheaded", "Attack"),
        ("they fled", "Displacement"),
        ("sarin gas", "Chemical weapon"),
        ("the attacks", "Unspecified"),
    ],
)
def test_words_and_their_types(text, kind):
    assert kind in [e.kind for e in WORDS.find(text.split())]


def test_the_longest_phrase_is_taken_and_its_head_is_its_last_noun():
    found = list(WORDS.find(["a", "suicide", "car", "bomb", "there"]))
    assert [(e.first, e.stop, e.head) for e in found] == [(1, 4, 3)]


def test_hyphens_stand_alone_as_the_tokenizer_cuts_them():
    assert [e.kind for e in WORDS.find(["an", "air", "-", "strike"])] == ["Air/drone strike"]


def test_quiet_words_tell_nothing():
    assert list(WORDS.find(["the", "council", "met", "in", "the", "old", "town", "hall"])) == []
