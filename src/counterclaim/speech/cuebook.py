"""The lexicon's cue words, made ready for reading one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from counterclaim.lexicon import Lexicon
from counterclaim.model import Act
from counterclaim.syntax import Token

THEME = "attribution"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue word does and takes: names of the lexicon's lists, prepositions among them."""

    act: Act
    takes: frozenset[str] = frozenset()


class CueBook:
    """Looks words up as cues."""

    def __init__(self, lexicon: Lexicon) -> None:
        takes = lexicon.table(THEME, "takes")
        lists = {name: words for name, words in takes.items() if name != "with"}
        passive = {f"passive {name}": words for name, words in lexicon.table(THEME, "passive").items()}
        self._forms = cast(Mapping[str, str], lexicon.table(THEME, "forms"))
        self._verbs = _cues(lexicon.table(THEME, "acts"), lists | takes["with"] | passive)
        self._nouns = _cues(lexicon.table(THEME, "nouns"), lexicon.table(THEME, "noun_takes"))
        self._adjectives = _cues(lexicon.table(THEME, "adjectives"), lexicon.table(THEME, "adjective_takes"))
        certainty = lexicon.table(THEME, "certainty")
        self.unproven = frozenset(certainty["unproven"])
        self.hedges = frozenset(certainty["hedges"])
        self.guessing = frozenset(certainty["guessing"])
        self.preliminary = frozenset(certainty["preliminary"])
        self.proving = frozenset(certainty["proving"])
        self._ways = lexicon.table(THEME, "acts_by_way")
        words = lexicon.table(THEME, "words")
        self.adverbs = frozenset(lexicon.table(THEME, "adverbs")["unverified"])
        self.going_on = frozenset(words["going_on"])
        self.carrying = frozenset(words["carrying"])
        self.citing = frozenset(words["citing"])
        self.deadly = frozenset(words["deadly"])
        self.hearers = frozenset(words["hearers"])
        self.tellings = frozenset(words["tellings"])
        self.speakers = frozenset(words["speakers"])
        self.sought = frozenset(words["sought"])
        self.thought_to = frozenset(words["thought_to"])
        self.answers = frozenset(words["answers"])
        self.slight = frozenset(words["slight"])
        self.recording = frozenset(words["recording"])
        self.counting = frozenset(words["counting"])
        self.harmed = frozenset(words["harmed"])
        self.measures = frozenset(words["measures"])
        self.voicing = frozenset(words["voicing"])
        self.alone = frozenset(lexicon.table(THEME, "nouns_alone")["plural"])
        self.headline_speakers = frozenset(words["headline_speakers"])
        self.claimed = frozenset(words["claimed"])
        self.amounts = frozenset(words["amounts"])
        self.own_words = frozenset(words["own_words"])
        self.tallying = frozenset(words["tallying"])
        self.tallies = frozenset(words["tallies"])
        self.alarms = frozenset(words["alarms"])
        self.only_speech = frozenset(words["only_speech"])
        self.rumours = frozenset(words["rumours"])
        self.rarely = frozenset(words["rarely"])
        self.carrying_on = frozenset(words["carrying_on"])
        self.withholding = frozenset(words["withholding"])
        self.naming = frozenset(words["naming"])
        self.labels = frozenset(words["labels"])
        self.documents = frozenset(words["documents"])
        self.announcements = frozenset(words["announcements"])

    def lemma(self, token: Token) -> str:
        """The word's lemma, the tagger's usual slips mended."""
        return self._forms.get(token.lower, token.lemma)

    def verb(self, token: Token) -> Cue | None:
        """What the token is as a reporting verb."""
        return self._verbs.get(self.lemma(token))

    def act(self, token: Token, cue: Cue, how: str, negated: bool) -> Act:
        """What the cue does with a content of the kind `how`: "called it a crime" says, "called for peace" demands."""
        if negated and cue.act == "confirms":
            return "doubts"
        return cast(Act, self._ways.get(self.lemma(token), {}).get(how, cue.act))

    def noun(self, token: Token) -> Cue | None:
        """What the token is as a noun that reports ("the claim that")."""
        return self._nouns.get(token.lemma)

    def adjective(self, token: Token) -> Cue | None:
        """What the token is as an adjective that reports a mind ("is confident that")."""
        return self._adjectives.get(token.lower)


@lru_cache(maxsize=4)
def load_cue_book(lexicon: Lexicon) -> CueBook:
    """The cue book of a lexicon: to build it takes a millisecond or two."""
    return CueBook(lexicon)


def _cues(acts: Mapping[str, Iterable[str]], takes: Mapping[str, Iterable[str]]) -> dict[str, Cue]:
    by_word: dict[str, set[str]] = {}
    for name, words in takes.items():
        for word in words:
            by_word.setdefault(word, set()).add(name)
    return {
        word: Cue(cast(Act, act), frozenset(by_word.get(word, ()))) for act, words in acts.items() for word in words
    }
