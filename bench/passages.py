"""How well the article is told from the rest of its page.

    python bench/passages.py DOCS.jsonl PASSAGES.jsonl [--errors | --json]

DOCS: one page a line (id, text, perhaps outlet, title, url). PASSAGES: the stretches that are not the article, one a
line (doc, role, start, end); all else counts as the article, but a stretch with role "either" (a date, a reading time)
is not counted. Precision, recall and F1 are in characters other than white space of what is not the article, whatever
its role; the table says which role such characters were given.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.stages.passages import split_passages

ARTICLE = "article"
SCORES: dict[str, set[str]] = {"not the article": set(), "not read at all": {"credit"}}
EITHER = "either"


def rows(path: Path) -> list[dict]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def labels(text: str, stretches: list[tuple[int, int, str]]) -> list[str]:
    """A role for every character."""
    found = [ARTICLE] * len(text)
    for start, end, role in stretches:
        found[start:end] = [role] * (end - start)
    return found


def compare(docs: list[dict], gold: list[dict], *, show: bool) -> Counter[tuple[str, str]]:
    """How many characters have which pair of roles (in the gold, found)."""
    lexicon, pairs = load_lexicon(), Counter()
    for row in docs:
        text = row["text"]
        document = Document(row["id"], text, row.get("outlet"), title=row.get("title"), url=row.get("url"))
        passages = split_passages(document, lexicon)
        found = [(p.span.start, p.span.end, p.role.value) for p in passages if not p.role.is_article]
        told = [(g["start"], g["end"], g["role"]) for g in gold if g["doc"] == row["id"]]
        right, got = labels(text, told), labels(text, found)
        pairs.update((r, g) for r, g, c in zip(right, got, text, strict=True) if r != EITHER and not c.isspace())
        for p in passages if show else ():
            roles = {right[i] for i in range(p.span.start, p.span.end)} - {EITHER}
            if (roles and (roles == {ARTICLE}) != p.role.is_article) or len(roles) > 1:
                print(f"{row['id']} {'+'.join(sorted(roles))} → {p.role.value}: {p.span.exact[:110]!r}")
    return pairs


def score(pairs: Counter[tuple[str, str]], harmless: set[str]) -> dict[str, float]:
    """Precision, recall and F1 in percent; what is `harmless` counts as the article, as the article does itself."""
    inside = {ARTICLE, *harmless}
    hit = sum(n for (right, got), n in pairs.items() if right not in inside and got not in inside)
    got = sum(n for (_, got), n in pairs.items() if got not in inside)
    told = sum(n for (right, _), n in pairs.items() if right not in inside)
    precision, recall = hit / got if got else 1.0, hit / told if told else 1.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return {name: round(100 * value, 1) for name, value in (("P", precision), ("R", recall), ("F1", f1))}


def main() -> None:
    """Print precision, recall, F1 and the table of roles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("passages", type=Path)
    parser.add_argument("--errors", action="store_true", help="print every passage on the wrong side")
    parser.add_argument("--json", action="store_true", help="print only precision, recall and F1, as JSON")
    arguments = parser.parse_args()
    pairs = compare(rows(arguments.docs), rows(arguments.passages), show=arguments.errors)
    figures = {name: score(pairs, harmless) for name, harmless in SCORES.items()}
    if arguments.json:
        print(json.dumps(figures))
        return
    for name, figure in figures.items():
        print(f"{name}:", *(f"{measure} {value}" for measure, value in figure.items()), sep="  ")
    for role in sorted({r for r, _ in pairs}):
        given = Counter({g: n for (r, g), n in pairs.items() if r == role})
        print(f"{role:11}", *(f"{g} {n}" for g, n in given.most_common()), sep="  ")


if __name__ == "__main__":
    main()
