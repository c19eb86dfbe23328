"""On how many pages on gun violence in the USA the figure for killed and injured is the one that was recorded.

    python bench/gva.py DEV.jsonl

The pages are those of the Gun Violence Corpus (Vossen and others 2018): `text`, `title`, `published`, and what a
database holds of the incident that they report, `killed` and `injured`. The program reads each page, its title and its
text, and gives the figure of its main incident (`counterclaim.counting.tally`), 0 where nobody is claimed. The database
knows how the incident ended: a page that was written before a victim died cannot be right, so that 100 is out of reach.
For comparison the same is done on the text without the title, and by a rule that knows less: the highest lower bound of
the claims of the text.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from counterclaim.counting.tally import page_figures
from counterclaim.model import Document, Page
from counterclaim.pipeline import read_page
from counterclaim.resources import load_resources

ASPECTS = ("killed", "injured")


def figures(page: Page, headline: Page | None = None) -> Mapping[str, int]:
    """The page's figures, 0 where nobody is claimed."""
    found = page_figures(page, headline)
    return {a: (found[a].low or found[a].high or 0) if a in found else 0 for a in ASPECTS}


def highest(page: Page) -> Mapping[str, int]:
    """The highest lower bound of the page's claims."""
    said = [c for c in page.claims if c.polarity == "affirms" and c.low is not None]
    return {a: max((c.low or 0 for c in said if c.aspect == a), default=0) for a in ASPECTS}


def main() -> None:
    """Print the percentages."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    resources = load_resources()
    pages = [
        read_page(Document(r["id"], r["text"], title=r.get("title"), published=r.get("published")), resources)
        for r in rows
    ]
    above = [
        read_page(Document(r["id"], r["title"], published=r.get("published")), resources) if r.get("title") else None
        for r in rows
    ]
    in_text = [figures(page) for page in pages]
    with_title = [figures(page, headline) for page, headline in zip(pages, above, strict=True)]
    for name, read in (
        ("main incident, with headline", with_title),
        ("main incident, text alone", in_text),
        ("highest claim", [highest(page) for page in pages]),
    ):
        right = [[found[a] == row[a] for a in ASPECTS] for found, row in zip(read, rows, strict=True)]
        shares = [100 * sum(r[k] for r in right) / len(rows) for k in range(2)]
        both = 100 * sum(map(all, right)) / len(rows)
        print(f"{name:30} killed {shares[0]:5.1f}  injured {shares[1]:5.1f}  both {both:5.1f}  ({len(rows)} pages)")


if __name__ == "__main__":
    main()
