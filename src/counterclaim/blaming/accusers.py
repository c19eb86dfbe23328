"""On whose word blame is laid, refused or taken, where the frame itself tells it better than the statements do."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.phrasing import Blame
from counterclaim.lexicon import Lexicon
from counterclaim.model import Span, Statement
from counterclaim.syntax import Parse, Token

UNNAMED = "unnamed: "
GOES_ON = frozenset({"it", "they", "we", "he", "she"})
Voice = tuple[str | None, Span | None]
NOBODY: Voice = (None, None)


class Accusers:
    """Finds the speakers of one page's frames of blame."""

    def __init__(self, parse: Parse, culprits: Culprits, statements: Sequence[Statement], lexicon: Lexicon) -> None:
        self._parse = parse
        self._culprits = culprits
        self._statements = statements
        self._unnamed_kinds = lexicon.words("voices", "unnamed")

    def voice(self, blame: Blame) -> Voice:
        """The speaker that the frame names, where the statements do not tell it already."""
        if blame.framed:
            return self._named(blame)
        cue = self._parse.span(blame.cue, blame.cue + 1)
        told = [s for s in self._statements if any(c.overlaps(cue) for c in s.cue)]
        if told and (known := self._known(blame, told[0]) or self._refuting(blame, told[0])):
            return known.party, known.span
        if said := self._said_before(blame, told) or self._said_after(blame, cue):
            return said
        if not blame.own and any(c.overlaps(blame.culprit.span) for s in told for c in s.content):
            return self._denying(blame, told) or self._of_kind(told[0])
        if not told and blame.polarity == "affirms":  # "denied it and blamed rebels": the denier goes on
            told = [s for s in self._statements if s.act == "denies" and any(c.overlaps(cue) for c in s.content)]
        elif blame.own:
            told = []
        if told and told[0].voice_span and not self._is_accused(told[0].voice_span, blame):
            return told[0].party, told[0].voice_span
        return self._named(blame)

    def _of_kind(self, told: Statement) -> Voice:
        """One accuser of whom only the kind is told: "mothers there blame"; others are heard by their statements."""
        alone = told.act == "accuses" and len(told.parties) == 1 and bool(told.source)
        return (told.party, told.voice_span) if alone and (told.party or "").startswith(UNNAMED) else NOBODY

    def _is_accused(self, voice: Span, blame: Blame) -> bool:
        """Whether a statement was put into the mouth of the one on whom somebody else lays the blame."""
        laid = blame.polarity == "affirms" and not blame.own and blame.speaker is not None
        return laid and voice.overlaps(blame.culprit.span)

    def _refuting(self, blame: Blame, told: Statement) -> Culprit | None:
        """The group that "the movement" takes up, where it denies what it is accused of; a statement may err there."""
        own = blame.polarity == "denies" and blame.speaker == blame.culprit.token and blame.culprit.sort == "group"
        recalled = own and self._culprits.mention(blame.culprit.token) is None
        return blame.culprit if recalled and told.party != blame.culprit.party else None

    def _denying(self, blame: Blame, told: Sequence[Statement]) -> Voice | None:
        """Who denies his own deed, whoever else speaks of it within: "denied claims by the M5 that its jets struck"."""
        if blame.polarity != "denies" or blame.speaker is None or not self._within(blame, told):
            return None
        speaker = self._parse.span(blame.speaker, blame.speaker + 1)
        return next(((s.party, s.voice_span) for s in told for at in s.source if at.overlaps(speaker)), None)

    def _within(self, blame: Blame, told: Sequence[Statement]) -> bool:
        """Whether another's words are told within the denial."""
        others = (s for s in self._statements if s not in told)
        return any(c.overlaps(blame.culprit.span) for s in others for c in s.content)

    def _known(self, blame: Blame, told: Statement) -> Culprit | None:
        """The party that a speaker stands for where the statement has only a noun: "the junta", "the rebels"."""
        if blame.speaker is None or not self._culprits.is_described(told.party or UNNAMED):
            return None
        if blame.speaker == blame.culprit.token and self._parse.tokens[blame.speaker].lower in GOES_ON:
            return blame.culprit if blame.polarity == "denies" else None  # "blamed the army, but it denied it"
        found = self._culprits.of(blame.speaker)
        found = [c for c in found if c.token == blame.speaker] or found  # of two who deny it each is meant by himself
        return next((c for c in found if c.sort != "described"), None)

    def _said_before(self, blame: Blame, told: Sequence[Statement]) -> Voice | None:
        """The voice that goes on: "the ministry said nine had died and blamed rebels", "The monitor … It holds"."""
        if blame.speaker is None or blame.own:
            return None
        speaker = self._parse.tokens[blame.speaker]
        at = self._parse.span(speaker.index, speaker.index + 1)
        if any(s.covers(at) for statement in told for s in statement.source):
            return None
        same = [s for s in self._statements if any(source.covers(at) for source in s.source)]
        if same:
            return (same[0].party, same[0].voice_span) if told else None
        if told or speaker.lower not in GOES_ON or any(c.covers(at) for s in self._statements for c in s.content):
            return None
        return self._of_sentence_before(speaker.sentence, at)

    def _said_after(self, blame: Blame, cue: Span) -> Voice | None:
        """Who calls untrue what another told just before: "blamed Ruria. Ruria said it was a lie"."""
        if blame.polarity != "denies" or blame.speaker is not None:
            return None
        within = [(c, s) for s in self._statements for c in s.content if c.covers(cue) and s.source]
        content, said = min(within, key=lambda found: len(found[0].exact), default=(None, None))
        if (
            content is None
            or said is None
            or content.end < blame.culprit.span.end
            or content.overlaps(blame.culprit.span)
        ):
            return None
        return said.party, said.voice_span

    def _of_sentence_before(self, sentence: int, at: Span) -> Voice | None:
        """The named voice of the sentence before, under the pronoun that takes it up."""
        if sentence == 0:
            return None
        tokens = self._parse.sentence_tokens(sentence - 1)
        first, stop = tokens[0].start, tokens[-1].end
        said = [s for s in self._statements for source in s.source[:1] if first <= source.start < stop]
        named = {s.party for s in said if s.party and not self._culprits.is_described(s.party)}
        return (named.pop(), at) if len(named) == 1 else None

    def _named(self, blame: Blame) -> Voice:
        """The speaker as a party by itself."""
        mention = self._culprits.mention(blame.speaker) if blame.speaker is not None else None
        if mention and mention.party:
            return mention.party.name, mention.span
        if blame.own:
            return blame.culprit.party, blame.culprit.span
        if blame.speaker is None:
            return NOBODY
        speaking = self._culprits.of(blame.speaker)
        return (speaking[0].party, speaking[0].span) if speaking else self._unnamed(self._parse.tokens[blame.speaker])

    def _unnamed(self, speaker: Token) -> Voice:
        """Speakers of whom only their kind is told: "residents laid the blame on"."""
        if speaker.lower not in self._unnamed_kinds or self._culprits.mention(speaker.index):
            return NOBODY
        first = speaker.index
        while first and self._parse.tokens[first - 1].head == speaker.index and self._is_modifier(first - 1):
            first -= 1
        span = self._parse.span(first, speaker.index + 1)
        return UNNAMED + span.exact.lower(), span

    def _is_modifier(self, i: int) -> bool:
        return self._parse.tokens[i].dep in ("amod", "compound")
