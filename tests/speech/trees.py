"""Trees as no parser would draw them: any tag, any label, any head, over words that report."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import strategies as st

from counterclaim.syntax import Parse, Sentence, Token

WORDS = [
    "said",
    "say",
    "that",
    "The",
    "ministry",
    "according",
    "to",
    "reports",
    "of",
    "killed",
    "nine",
    ",",
    ".",
    "“",
    "”",
    '"',
    ":",
    "—",
    "'",
    "adding",
    "citing",
    "believed",
    "by",
    "who",
    "it",
    "Monday",
    "put",
    "toll",
    "reportedly",
    "in",
    "words",
    "quoted",
    "as",
    "not",
    "told",
    "(@velm)",
    "Veskad",
    "9",
    "\n",
]
TAGS = {
    "VBD": "VERB", "VBN": "VERB", "VBG": "VERB", "VB": "VERB", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN",
    "PRP": "PRON", "DT": "DET", "IN": "ADP", "JJ": "ADJ", "RB": "ADV", "CD": "NUM", ",": "PUNCT", "CC": "CCONJ",
}  # fmt: skip
LABELS = [
    "ROOT",
    "nsubj",
    "nsubjpass",
    "dobj",
    "ccomp",
    "xcomp",
    "advcl",
    "relcl",
    "acl",
    "prep",
    "pobj",
    "pcomp",
    "mark",
    "aux",
    "auxpass",
    "agent",
    "conj",
    "cc",
    "punct",
    "appos",
    "parataxis",
    "compound",
    "amod",
    "det",
    "neg",
    "advmod",
    "oprd",
    "attr",
    "acomp",
    "dep",
    "poss",
    "dative",
    "npadvmod",
    "expl",
]


@st.composite
def trees(draw: st.DrawFn) -> Parse:
    """A parse of up to three sentences; every sentence's heads lead to one root."""
    sizes = draw(st.lists(st.integers(1, 14), max_size=3))
    starts = [0, *accumulate(sizes)]
    tokens: list[Token] = []
    text = ""
    for number, (first, size) in enumerate(zip(starts, sizes, strict=False)):
        order = draw(st.permutations(range(first, first + size)))
        heads = {order[0]: order[0]} | {i: draw(st.sampled_from(order[:n])) for n, i in enumerate(order) if n}
        for index in range(first, first + size):
            word, tag, label = (draw(st.sampled_from(s)) for s in (WORDS, sorted(TAGS), LABELS))
            word = word.strip() or "."
            start = len(text)
            text += word + draw(st.sampled_from([" ", " ", " ", "", "\n"]))
            head = heads[index]
            tokens.append(
                Token(
                    index=index, start=start, end=start + len(word), text=word, lemma=word.lower(), pos=TAGS[tag],
                    tag=tag, dep="ROOT" if head == index else label, head=head,
                    entity=draw(st.sampled_from(["", "", "ORG", "DATE", "GPE"])), entity_first=False, sentence=number,
                )
            )  # fmt: skip
    sentences = [Sentence(n, a, a + s, 0) for n, (a, s) in enumerate(zip(starts, sizes, strict=False))]
    return Parse(text, tuple(tokens), tuple(sentences))
