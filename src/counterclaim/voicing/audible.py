"""Which statements are anybody's words: "residents say", and not "the blast claimed nine lives"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from counterclaim.lexicon import Lexicon
from counterclaim.model import Statement
from counterclaim.voicing.voice import UNNAMED
from counterclaim.voicing.words import SpeakerWords, speaker_words

PLACED = re.compile(
    r"\s+(?:(?:in|at|of|from|near|with|for|on|who|whose)\s+|(?:there|here|nearby)$)"
)  # behind the noun for who speaks
AMOUNT = re.compile(r"^(?:(?:tens|dozens|scores|hundreds|thousands|number|group|handful|majority) of )+")


def audible(statements: Iterable[Statement], lexicon: Lexicon) -> list[Statement]:
    """The statements whose voice the page names, or calls by a noun of somebody who can speak.

    A bare "photo" or "information" is nobody's but the outlet's.
    """
    words, mute, says = speaker_words(lexicon), lexicon.words("voices", "mute"), lexicon.words("voices", "speaks")
    deeds = lexicon.words("settings", "happenings")
    return [
        s
        for s in statements
        if s.voice_span and (_can_speak(s.party or "", words, mute) or _speaks(s, mute, says, deeds))
    ]


def _speaks(statement: Statement, mute: frozenset[str], says: frozenset[str], deeds: frozenset[str]) -> bool:
    """Whether only who has a mouth can do so, whatever it is called: "the political agent said".

    An event has none: "Monday's attack recalled the massacre".
    """
    noun = (statement.party or "").removeprefix(UNNAMED).lower()
    if PLACED.split(noun)[0].rpartition(" ")[2] in deeds:
        return False
    return noun not in mute and any(w in says for c in statement.cue for w in c.exact.lower().split())


def is_thing(statement: Statement, lexicon: Lexicon) -> bool:
    """Whether what is said to speak is but a thing that shows something: "satellite images", "the evidence"."""
    voice = (statement.party or "").lower()
    if not voice.startswith(UNNAMED):
        return False
    noun = PLACED.split(AMOUNT.sub("", voice.removeprefix(UNNAMED)).partition(" of ")[0])[0].rpartition(" ")[2]
    return noun in lexicon.words("voices", "things")


def is_hearsay(statement: Statement, statements: Mapping[str, Statement], lexicon: Lexicon) -> bool:
    """Whether reports by nobody in particular are told of in somebody's word: "X said that reports indicated"."""
    parent = statements.get(statement.parent or "")
    voice = (statement.party or "").lower().split()
    if parent is None or not _can_speak(parent.party or "", speaker_words(lexicon), lexicon.words("voices", "mute")):
        return False
    if not voice or voice[-1] not in lexicon.words("voices", "hearsay"):
        return False
    speaks = lexicon.words("voices", "speaks") | {"says"}
    told = parent.act == "denies" or any(w in speaks for c in parent.cue for w in c.exact.lower().split())
    return voice[0] == UNNAMED.strip() and told


def _can_speak(voice: str, words: SpeakerWords, mute: frozenset[str]) -> bool:
    if not voice.startswith(UNNAMED):
        return True
    noun = voice.removeprefix(UNNAMED).lower()
    if noun in mute:
        return False
    said = PLACED.split(AMOUNT.sub("", voice.lower().removeprefix(UNNAMED)))[0].split()
    return _is_speaking(said[-1], words) or any(w in words.unnamed - words.bodies for w in said)


def _is_speaking(word: str, words: SpeakerWords) -> bool:
    """Whether a noun is that of people, of a body or of a paper: people's trades are too many to be listed."""
    one = word.removesuffix("s")
    if not {word, one}.isdisjoint(words.generic | words.human) or word in words.papers:
        return True
    if one in words.bodies | words.titles_of_body | words.private:
        return True
    return word.endswith(words.trades) and word not in words.lifeless
