"""Source, cue and content: who is said to say what, in the page's own words.

Read off the parser's tree and, where that fails, off the words beside a cue. The terms and the extents are PolNeAR's
(Newell, Margolin and Ruths, LREC 2018); which verbs take what as their content was counted on its training part.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Mention, Passage, QuotedStretch
from counterclaim.speech.citing import cite, relay
from counterclaim.speech.combining import combine
from counterclaim.speech.cuebook import load_cue_book
from counterclaim.speech.draft import Draft, merged
from counterclaim.speech.finish import finish
from counterclaim.speech.ground import Ground
from counterclaim.speech.headlines import read_headlines
from counterclaim.speech.phrasal import read_phrases
from counterclaim.speech.quoted import join_quotations
from counterclaim.speech.reading import Weights, read
from counterclaim.speech.sifting import cut_tails, sift
from counterclaim.speech.stance import weigh
from counterclaim.speech.verbs import read_verbs
from counterclaim.syntax import Parse


def find_attributions(
    parse: Parse,
    passages: Sequence[Passage],
    quotations: Sequence[QuotedStretch],
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    weights: Weights | None = None,
) -> tuple[Attribution, ...]:
    """Find attributions in reading order of their first word; `parent` points into the same tuple.

    Without `weights` the rules read alone.
    """
    ground = Ground(parse, quotations, mentions, load_cue_book(lexicon))
    proposed = propose(ground, passages)
    drafts = sift(ground, proposed)
    if weights is not None:
        dropped = leftovers(proposed, drafts)
        drafts = combine(ground, drafts, dropped, read(ground, drafts, dropped, weights))
    return finish(ground, weigh(ground, [d for d in drafts if merged(d.content)]))


def leftovers(proposed: Sequence[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """What was proposed and not kept, for the trained reader to judge."""
    heads = {d.head for d in kept}
    return [d for d in proposed if d.head not in heads and d.content]


def propose(ground: Ground, passages: Sequence[Passage]) -> list[Draft]:
    """Everything that the rules take for a statement, what is no statement of its own not yet left out."""
    drafts = [*read_verbs(ground), *read_phrases(ground), *read_headlines(ground, passages)]
    drafts = join_quotations(ground, cut_tails(ground, sorted(drafts, key=lambda d: d.head)))
    return relay(ground, cite(ground, drafts))
