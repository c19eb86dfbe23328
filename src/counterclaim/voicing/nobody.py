"""What looks like a source and is none: a name's last word, an outlet that recalls, a place that heads a line."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Mention
from counterclaim.syntax import Parse
from counterclaim.voicing.words import speaker_words


def is_nobody(attribution: Attribution, parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether an attribution with a source is nobody's word."""
    return (
        _is_name(attribution, parse)
        or _is_recall(attribution, parse, lexicon)
        or _is_heading(attribution, parse, mentions, lexicon)
        or _is_scene(attribution, parse, mentions, lexicon)
    )


def _is_name(attribution: Attribution, parse: Parse) -> bool:
    """Whether the cue is the last word of a name: "Sheikh Said"."""
    cue = parse.at(attribution.cue[0].start) if attribution.cue else None
    if cue is None or cue.text != "Said" or not cue.index:
        return False
    before = parse.tokens[cue.index - 1]
    return (
        before.text[:1].isupper() and before.end + 1 == cue.start and not parse.text[before.start : cue.end].isupper()
    )


def _is_recall(attribution: Attribution, parse: Parse, lexicon: Lexicon) -> bool:
    """Whether nobody speaks but the outlet: "it would be recalled that"."""
    cue = " ".join(c.exact.lower() for c in attribution.cue)
    said = f"{attribution.source[0].exact.lower()} {cue}"
    verb = parse.at(attribution.cue[0].start) if attribution.cue else None
    if verb is not None and verb.lower == "recall" and parse.sentence(verb.index).first == verb.index:
        return True
    return said.startswith("it ") and said.startswith(tuple(lexicon.words("standing", "recalls")))


def _is_heading(attribution: Attribution, parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether the source is a place before a colon, which says where and not who."""
    if [c.exact.strip() for c in attribution.cue] != [":"]:
        return False
    named = [m for m in mentions if attribution.source[0].overlaps(m.span)]
    if not named:
        return _is_unknown_place(attribution, parse, lexicon)
    if len(named) == 1 and named[0].kind == "person" and named[0].party is None:
        return _is_unknown_place(attribution, parse, lexicon)
    source, words = attribution.source[0], speaker_words(lexicon)
    last = source.exact.strip().rpartition(" ")[2].lower()
    before = source.exact[: max(0, named[0].span.start - source.start)].lower().split()
    speaks = last in words.of_place | (words.bodies - lexicon.words("voices", "places_too"))  # "the X union"
    speaks = speaks or not words.generic.isdisjoint(before)  # "medical source in X"
    return len(named) == 1 and named[0].kind in ("place", "people") and named[0].party is None and not speaks


def _is_unknown_place(attribution: Attribution, parse: Parse, lexicon: Lexicon) -> bool:
    """Whether one word in capitals opens a line of counts: "X: 1 killed, 3 injured"; a statement is its page's own."""
    source, words = attribution.source[0], speaker_words(lexicon)
    noun = source.exact.strip().lower()
    behind = parse.at(attribution.content[0].start)
    counts = behind is not None and (behind.pos == "NUM" or behind.text.isdigit())
    speakers = words.generic | words.titles_of_body
    is_noun = noun in speakers | words.labels or (noun.startswith("the ") and noun.rpartition(" ")[2] in speakers)
    if behind is not None and behind.text.islower() and source.exact.strip().istitle() and _opens(parse, source.start):
        return not is_noun
    is_noun = is_noun or noun.endswith(words.trades)
    return noun == "statement" or (counts and noun.isalpha() and source.exact[:1].isupper() and not is_noun)


def _opens(parse: Parse, start: int) -> bool:
    """Whether words open a line."""
    before = parse.text[:start].rstrip(" \t")
    return not before or before.endswith("\n")


def _is_scene(attribution: Attribution, parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon) -> bool:
    """Whether the source is a place where something was counted, which has no word of its own: "X recorded nine"."""
    source = attribution.source[0]
    words = parse.tokens[slice(*parse.within(source))]
    cue = parse.at(attribution.cue[0].start) if attribution.cue else None
    if len(attribution.source) > 1 or cue is None or cue.lemma not in lexicon.words("voices", "counts"):
        return False
    named = [m for m in mentions if source.overlaps(m.span)]
    if any(m.kind != "place" for m in named):
        return False
    places = {i for m in named for i in range(m.first, m.stop)}
    plain = lexicon.words("voices", "settled") | {"of", "the"}
    if all(t.lower in plain for t in words):  # "the hospital counts two dead"
        return False
    return all(t.lower in plain or t.entity in ("GPE", "LOC") or t.index in places for t in words)
