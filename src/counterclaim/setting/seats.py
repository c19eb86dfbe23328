"""Places where people only stood, met or spoke: "a source in Arven", "after the talks in Arven"."""

from __future__ import annotations

from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import SUBJECTS, UNDERGOING, Parse, Token

TO = frozenset({"to", "toward", "towards", "for"})
THEY = frozenset({"they", "he", "she"})
WRITERS = frozenset({"we", "i"})


class Seats:
    """Reads them from one page. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int], events: frozenset[int]) -> None:
        self.parse, self.words, self.told, self.events = parse, words, told, events

    def is_post(self, token: Token) -> bool:
        """Whether the place is that of somebody who stood there or came from there."""
        verb = next((up for up in self.parse.ancestors(token.index) if up.pos == "VERB"), None)
        if token.dep in SUBJECTS:  # "Arven came under fire"
            return False
        if verb is not None and verb.lemma in self.words.reaching and self._is_asked(verb):
            return True
        if verb is not None and verb.lemma in self.words.lying:
            return verb.dep == "acl" and self.parse.head(verb.index).lemma.lower() in self.words.armed
        if verb is None or verb.lemma not in self.words.positioned:
            return False
        return not (verb.dep == "acl" and self.parse.head(verb.index).lower in self.words.sites)

    def _is_asked(self, verb: Token) -> bool:
        """Whether it is the writers who did it: "whom we reached in Arven"."""
        return any(s.lower in WRITERS for s in self.parse.children(verb.index, "nsubj"))

    def is_meeting(self, token: Token) -> bool:
        """Whether people only met there, and nothing befell the meeting: "after the talks in Arven"."""
        prep = self.parse.head(token.index)
        noun = self.parse.head(prep.index)
        if token.dep != "pobj" or noun.lemma.lower() not in self.words.meetings or noun.index in self.told:
            return False
        above = self.parse.head(noun.index)
        struck = noun.dep in ("dobj", "nsubjpass", "compound") and above.index in self.told
        return not struck and not (
            noun.dep == "pobj" and above.head in self.told and above.lower in self.words.locative
        )

    def is_speakers(self, token: Token) -> bool:
        """Whether a place is a source's: "a source in Arven", also where no verb shows that it spoke."""
        prep = self.parse.head(token.index)
        noun = self.parse.head(prep.index)
        seated = token.dep == "pobj" and noun.lemma.lower() in self.words.seated
        whole = self._whole(noun)
        return seated and not (whole.dep in UNDERGOING and whole.head in self.events)

    def _whole(self, noun: Token) -> Token:
        """What a noun is a part's whole of: "a member" of "a member of the council"."""
        of = self.parse.head(noun.index)
        return self.parse.head(of.index) if noun.dep == "pobj" and of.lower == "of" else noun

    def is_audience(self, token: Token) -> bool:
        """Whether only those who were told something were there: "told reporters in Arven"."""
        prep = self.parse.head(token.index)
        noun = self.parse.head(prep.index)
        before = self.parse.tokens[prep.index - 1]  # the parser may hang "in Arven" on "told"
        noun = before if noun.pos == "VERB" and before.head == noun.index else noun
        if token.dep != "pobj" or noun.dep not in ("dobj", "dative", "pobj"):
            return False
        verb = next((up for up in self.parse.ancestors(noun.index) if up.pos == "VERB"), None)
        return noun.lemma.lower() in self.words.writing and verb is not None and verb.lemma in self.words.reporting

    def is_source(self, token: Token) -> bool:
        """Whether the place only says where a speaker is, or where something was said."""
        below = token
        for up in self.parse.ancestors(token.index):
            if below.index in self.told:  # what happened there is told of, whoever tells it
                return False
            if below.dep in ("nsubj", "agent") and (up.lemma in self.words.reporting or up.lemma in self.words.telling):
                return True
            if up.lower == "according":
                return True
            if up.pos in ("VERB", "AUX"):
                told = up.lemma in self.words.recorded and any(True for _ in self.parse.children(up.index, "auxpass"))
                saying = up.lemma in self.words.reporting or (up.lemma in self.words.reaching and up.lemma != "reach")
                return saying and below.dep == "prep" and up.index < token.index and not told and not self._is_met(up)
            below = up
        return False

    def _is_met(self, verb: Token) -> bool:
        """Whether it befell those who did it: "were shot as they arrived in Arven"."""
        subjects = self.parse.children(verb.index, "nsubj")
        return verb.dep == "advcl" and any(s.lower in THEY for s in subjects) and verb.head in self.told

    def is_dwellers(self, token: Token) -> bool:
        """Whether a place is that of its own people, who tell of what befell it: "residents of Arven said"."""
        while self.parse.head(token.index).lower == "of" and token.dep == "pobj":
            token = self.parse.head(self.parse.head(token.index).index)
            if token.lower in self.words.dwellers:
                return not any(True for _ in self.parse.children(token.index, "relcl"))
        return False

    def is_home(self, token: Token) -> bool:
        """Whether a place is only where a victim lived: "one of them was a resident of Arven"."""
        noun = self.parse.head(self.parse.head(token.index).index)
        return token.dep == "pobj" and noun.dep == "attr" and noun.lemma.lower() in self.words.homes

    def is_whence(self, token: Token) -> bool:
        """Whether fire only came from there: "from the direction of Arven", "took off from a base in Arven"."""
        straight = self.parse.head(token.index)
        noun = self.parse.head(straight.index)
        prep = self.parse.head(noun.index)
        if token.dep != "pobj":
            return False
        if straight.lower == "from" and (noun.lemma in self.words.shooting or self._is_off(noun)):
            return True
        verb = self.parse.head(prep.index)
        if prep.lower != "from" or noun.dep != "pobj":
            return False
        sent = verb.lemma in self.words.firing or verb.lemma.lower() in self.words.hitting
        return noun.lower == "direction" or sent or self._is_off(verb)

    def _is_off(self, verb: Token) -> bool:
        return (
            verb.lemma == "take"
            and verb.tag != "VBG"
            and any(t.lower == "off" for t in self.parse.children(verb.index, "prt"))
        )

    def is_bound(self, token: Token) -> bool:
        """Whether somebody was only on the way to or from there: "a convoy heading from Arven to Tarn"."""
        prep = self.parse.head(token.index)
        verb = self.parse.head(prep.index)
        if token.dep != "pobj" or verb.lemma not in self.words.heading:
            return False
        ways = {t.lower for t in self.parse.children(verb.index, "prep")}
        return "from" in ways and not TO.isdisjoint(ways) and prep.lower in TO | {"from"}
