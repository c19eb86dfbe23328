"""Source, cue and content: who is said to say what, in the page's own words.

Read off the parser's tree and, where that fails, off the words beside a cue. The terms and the extents are PolNeAR's
(Newell, Margolin and Ruths, LREC 2018); which verbs take what as their content was counted on its training part.
"""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Mention, Passage, QuotedStretch
from counterclaim.speech.citing import cite, relay
from counterclaim.speech.cuebook import CueBook
from counterclaim.speech.finish import finish
from counterclaim.speech.ground import Ground
from counterclaim.speech.headlines import read_headlines
from counterclaim.speech.phrasal import read_phrases
from counterclaim.speech.quoted import join_quotations
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
) -> tuple[Attribution, ...]:
    """Find attributions in reading order of their first word; `parent` points into the same tuple."""
    ground = Ground(parse, quotations, mentions, CueBook(lexicon))
    drafts = [*read_verbs(ground), *read_phrases(ground), *read_headlines(ground, passages)]
    drafts = join_quotations(ground, cut_tails(ground, sorted(drafts, key=lambda d: d.head)))
    drafts = relay(ground, cite(ground, drafts))
    return finish(ground, weigh(ground, sift(ground, drafts)))
