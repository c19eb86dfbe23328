"""Whether all copies among many pages are found, and how the time grows with the pages.

    python bench/reuse.py DOCS.jsonl [--most FACTOR]

DOCS: one page a line (id, text, perhaps outlet, published, title). What is to be found is worked out by brute force,
from the plain text and without this project's code: all pairs of pages of which one has at least half of its runs of
five words on the other. Prints how many of them the search proposes and how many come out, how many of its proposals
were worth it, the seconds for all pages against each other, and how they grow: with pages of other stories (each page
again in other words, so that pairs grow as the pages do), and with more copies of the same (each page again with every
twentieth word changed, so that the pairs themselves grow with the square).

Exit codes: 0, or 1 where fewer than 98 in 100 of the pairs are found, or 735 pages would take more than 20 seconds.
"""

import argparse
import json
import re
import zlib
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from counterclaim.cataloguing import load_catalogue
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Page, Reuse
from counterclaim.reuse.candidates import candidate_pairs
from counterclaim.reuse.pages import find_reuse
from counterclaim.reuse.words import article_words
from counterclaim.stages.passages import split_passages

FIELDS = ("id", "text", "outlet", "published", "title", "url")
WORD = re.compile(r"\w+")
HALF = 0.5
RECALL = 0.98
SECONDS_A_PAGE = 20 / 735
CHANGED = 20  # one word in so many
FACTORS = (1, 3, 10)
Pair = tuple[str, str]


def documents(path: Path) -> list[Document]:
    """The pages of a JSONL file."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Document(**{name: row.get(name) for name in FIELDS}) for row in rows]


def bare(documents: Sequence[Document]) -> list[Page]:
    """Pages with their passages, on which nothing else was read."""
    lexicon = load_lexicon()
    return [Page(d, split_passages(d, lexicon), (), ()) for d in documents]


def truth(documents: Sequence[Document]) -> set[Pair]:
    """The pairs to be found, by comparing every page with every other."""
    runs = []
    for document in documents:
        words = WORD.findall(document.text.lower())
        runs.append((document.id, {tuple(words[n : n + 5]) for n in range(len(words) - 4)}))
    found = set()
    for n, (a, mine) in enumerate(runs):
        for b, theirs in runs[n + 1 :]:
            if mine and theirs and len(mine & theirs) >= HALF * min(len(mine), len(theirs)):
                found.add((a, b))
    return found


def retold(document: Document, times: int) -> Document:
    """The page in words that no other page has, as long as before: another story."""
    text = WORD.sub(lambda m: m[0] + "q" * times, document.text) if times else document.text
    return Document(f"{document.id}~{times}", text, document.outlet, document.published)


def perturbed(document: Document, times: int) -> Document:
    """The page with every twentieth word or so changed, the same ones in every run."""

    def change(found: re.Match[str]) -> str:
        chosen = zlib.crc32(f"{times} {found.start()} {found[0]}".encode()) % CHANGED == 0
        return f"{found[0]}q{times}" if chosen and times else found[0]

    return Document(f"{document.id}~{times}", WORD.sub(change, document.text), document.outlet, document.published)


def timed(pages: Sequence[Page]) -> tuple[float, tuple[Reuse, ...]]:
    """Seconds to compare all pages with each other, and what they have in common."""
    catalogue, lexicon = load_catalogue(), load_lexicon()
    start = perf_counter()
    found = find_reuse(pages, catalogue, lexicon)
    return perf_counter() - start, found


def recall(documents: Sequence[Document]) -> tuple[float, float]:
    """Print what is found of the true pairs; the share found, and the seconds it took."""
    pages, wanted = bare(documents), truth(documents)
    words = [article_words(p.document.text, p.passages) for p in pages]
    proposed = {(documents[i].id, documents[j].id) for i, j in candidate_pairs(words)}
    seconds, found = timed(pages)
    half = {(r.a, r.b) for r in found if max(r.a_in_b, r.b_in_a) >= HALF}
    share = len(wanted & {(r.a, r.b) for r in found}) / len(wanted) if wanted else 1.0
    changed = sum(any("number" in c.kinds for c in r.changes) for r in found if (r.a, r.b) in half)
    print(f"{'pages':44}{len(pages):>8,}")
    print(f"{'words':44}{sum(map(len, words)):>8,}")
    print(f"{'pairs with half of one on the other':44}{len(wanted):>8,}")
    print(f"{'of these proposed, %':44}{100 * len(wanted & proposed) / max(1, len(wanted)):>8.1f}")
    print(f"{'of these found, %':44}{100 * share:>8.1f}")
    print(f"{'found to be such, and are, %':44}{100 * len(wanted & half) / max(1, len(half)):>8.1f}")
    print(f"{'pairs proposed':44}{len(proposed):>8,}")
    print(f"{'of these sharing a passage, %':44}{100 * len(found) / max(1, len(proposed)):>8.1f}")
    print(f"{'of half copies, with a number changed':44}{changed:>8,}")
    print(f"{'seconds':44}{seconds:>8.2f}")
    return share, seconds


def growth(documents: Sequence[Document], most: int) -> None:
    """Print the seconds at several multiples of the pages."""
    for name, again, factors in (("other stories", retold, FACTORS), ("more copies", perturbed, FACTORS[:2])):
        for factor in (f for f in factors if f <= most):
            pages = bare([again(d, n) for n in range(factor) for d in documents])
            seconds, found = timed(pages)
            per_page = 1000 * seconds / len(pages)
            print(
                f"{name:15} {factor:>3}×  {len(pages):>6,} pages  {len(found):>7,} pairs  {seconds:>7.2f} s  "
                f"{per_page:.2f} ms a page  {1000 * seconds / max(1, len(found)):.2f} ms a pair"
            )


def main() -> None:
    """Print the figures and judge them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--most", type=int, default=max(FACTORS), metavar="FACTOR", help="the largest multiple tried")
    arguments = parser.parse_args()
    pages = documents(arguments.docs)
    if not pages:
        parser.error(f"{arguments.docs} has no pages")
    share, seconds = recall(pages)
    growth(pages, arguments.most)
    raise SystemExit(share < RECALL or seconds > SECONDS_A_PAGE * max(len(pages), 735))


if __name__ == "__main__":
    main()
