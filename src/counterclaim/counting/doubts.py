"""How sure the page is of a count: certain, hedged or unverified; and whether it says that it happened at all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from counterclaim.counting.harm import BE, Trigger
from counterclaim.counting.layout import Count, Scene
from counterclaim.counting.untrue import load_untruths
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

LEVELS: tuple[Certainty, ...] = ("certain", "hedged", "unverified")
REACH = 6  # tokens before the count or its verb where a hedge still belongs to them
IF_REACH = 12  # tokens from "if" to the verb of its clause
VERIFY_REACH = 7  # tokens from "could not" to "verified"
POSSIBLE = frozenset({"may", "might", "could"})
REFERRING = frozenset(
    {"the", "it", "this", "these", "those", "that", "such", "its", "reuters", "neither", "none", "there"}
)
CLAUSE_ENDS = frozenset({";", ":", "—", "but", "while", "whereas", "although", "though"})


class Doubts:
    """The lexicon's words of doubt, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        table = dict.fromkeys(lexicon.words("casualties", "hedges"), 1)
        table.update(dict.fromkeys(lexicon.words("casualties", "unverified"), 2))
        self._words = Phrases[int](table)
        self._reports = Phrases.of(lexicon.words("casualties", "early_reports"), 1)
        self._verifying = lexicon.words("casualties", "verifying")
        self._unable = lexicon.words("casualties", "unable")
        self.untruths = load_untruths(lexicon)
        self._intentions = lexicon.words("casualties", "intentions")

    def certainty(self, scene: Scene, count: Count, t: Trigger) -> Certainty:
        """How sure the sentence is of the count."""
        sentence = scene.parse.sentence(count.first)
        if self.unverified(scene.parse, scene.words, sentence.index):
            return "unverified"
        first, stop = min(count.first, t.first), max(count.stop, t.stop)
        start = _clause_start(scene, max(sentence.first, first - REACH), first)
        found = [self._words.match(scene.words, i) for i in range(start, stop) if _reaches(scene, count, t, i)]
        found += [self._reports.match(scene.words, i) for i in range(sentence.first, sentence.stop)]
        return LEVELS[max((match[0] for match in found if match), default=0)]

    def is_unreal(self, scene: Scene, t: Trigger) -> bool:
        """Whether the verb tells of what has not happened: "could kill", "threatened to execute", a question."""
        last = scene.parse.sentence(t.first).stop - 1
        if scene.words[last] == "?" or (
            last and scene.words[last] in ('"', "”", "'", "’") and scene.words[last - 1] == "?"
        ):
            return True
        before = scene.words[max(0, t.first - 4) : t.first]
        if "would" in before and "have" in before:  # "nine would have been killed"
            return True
        if self._is_supposed(scene, t) or not scene.hints.risks.isdisjoint(before):
            return True
        if t.modal and "toll" not in t.forms:
            return not (t.passive and t.forms & {"state"} and set(before) & {"may", "might"})
        if t.infinitive and "to" in before:
            at = t.first - 1 - before[::-1].index("to")
            return scene.words[at - 1] == "not" or any(w in self._intentions for w in scene.words[max(0, at - 2) : at])
        return False

    def _is_supposed(self, scene: Scene, t: Trigger) -> bool:
        """Whether the verb stands in an "if" clause."""
        start = scene.parse.sentence(t.first).first
        for i in range(t.first - 1, max(start, t.first - IF_REACH) - 1, -1):
            if scene.words[i] in (",", ";", ":", "that"):
                return False
            if scene.words[i] in ("if", "whether", "unless"):
                if any(c.first <= i < c.quantity.stop for c in scene.counts):  # "tens if not hundreds of thousands"
                    continue
                return scene.words[i - 1] not in ("as", "-") if i else True
        return False

    def unverified(self, parse: Parse, words: Sequence[str], sentence: int) -> bool:
        """Whether the sentence, or one of the two after it by a word that points back, says it was not verified."""
        if self._unable_to_verify(parse, words, sentence):
            return True
        later = (n for n in (sentence + 1, sentence + 2) if n < len(parse.sentences))
        referring = (n for n in later if words[parse.sentences[n].first] in REFERRING)
        return any(self._unable_to_verify(parse, words, n, back=True) for n in referring)

    def _unable_to_verify(self, parse: Parse, words: Sequence[str], sentence: int, back: bool = False) -> bool:
        """Whether it says so; a clause about what it tells itself ("a figure that could not …") says nothing back."""
        s = parse.sentences[sentence]
        found = (i for i in range(s.first, s.stop) if words[i] in self._verifying)
        found = (
            i for i in found if not (back and (parse.tokens[i].dep == "relcl" or words[i + 2 : i + 3] == ["deny"]))
        )
        return any(not self._unable.isdisjoint(words[max(s.first, i - VERIFY_REACH) : i]) for i in found)


def _clause_start(scene: Scene, start: int, first: int) -> int:
    """The clause's beginning, as far as marks and conjunctions tell."""
    return max((i + 1 for i in range(start, first) if scene.words[i] in CLAUSE_ENDS), default=start)


def _reaches(scene: Scene, count: Count, t: Trigger, i: int) -> bool:
    """Whether a word of doubt at `i` belongs to this count and its verb, not to another verb or a noun."""
    word = scene.words[i]
    if count.first <= i < count.quantity.stop:
        return False
    if word in POSSIBLE:
        auxiliary = i < t.first and scene.light(i + 1, t.first)
        return auxiliary or ("toll" in t.forms and t.stop <= i < count.first)
    if count.first <= i < count.stop and scene.parse.tokens[i].tag in ("NN", "NNS"):  # "five suspects" there were
        return False
    if word in scene.hints.suspecting and i + 1 < len(scene.words):
        verb = (i > 0 and scene.words[i - 1] in BE) or scene.words[i + 1] in ("to", "dead", "killed", "that")
        return verb or scene.parse.tokens[i + 1].pos not in ("NOUN", "ADJ", "PROPN")
    return True


@lru_cache(maxsize=4)
def load_doubts(lexicon: Lexicon) -> Doubts:
    """The compiled lists of a lexicon."""
    return Doubts(lexicon)
