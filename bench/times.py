"""How many time expressions of annotated news are found, and how many of these get the value that the gold has.

    python bench/times.py TimeBank/ [--half 0|1] [--errors 40]

TimeBank (183 articles; Pustejovsky et al. 2003) as TempEval-3 gives it: one TimeML file an article. What stands in TEXT
counts, of all four types (DATE, TIME, DURATION, SET); the day of writing (DCT) is given to the program and not counted.
An expression is found strictly where both ends are the gold's, relaxed where a character is shared, each used once.
Value F1 counts those found so (relaxed) whose value is letter for letter the gold's, over all read and over all there
are (UzZaman et al. 2013). `--half 0` and `--half 1` are every other article: one can be read, the other kept.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from counterclaim.model import Document, TimeExpression
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.passages import split_passages
from counterclaim.stages.times import find_expressions


@dataclass(frozen=True)
class Timex:
    """An annotated stretch text[start:end], its type and its value."""

    start: int
    end: int
    kind: str
    value: str


def articles(folder: Path, half: int | None = None) -> Iterator[tuple[Document, list[Timex]]]:
    """The articles with their annotations, in the order of their names."""
    for n, path in enumerate(sorted(folder.glob("*.tml"))):
        if half is None or n % 2 == half:
            root = etree.parse(path).getroot()
            text, found = read(root.find("TEXT"))
            yield Document(path.stem, text, published=root.find("DCT/TIMEX3").get("value")[:10]), found


def read(node: etree._Element) -> tuple[str, list[Timex]]:
    """The text below a node, and its annotations."""
    text, found = node.text or "", []
    for child in node:
        inner, below = read(child)
        start = len(text)
        found += [Timex(t.start + start, t.end + start, t.kind, t.value) for t in below]
        text += inner
        if child.tag == "TIMEX3":
            found.append(Timex(start, len(text), child.get("type"), child.get("value")))
        text += child.tail or ""
    return text, sorted(found, key=lambda t: (t.start, t.end))


def expressions(document: Document, resources: Resources) -> tuple[TimeExpression, ...]:
    """What the program reads."""
    parse = resources.parser(document.text, split_passages(document, resources.lexicon))
    return find_expressions(parse, document.published_on, resources.lexicon)


def pairs(gold: list[Timex], found: tuple[TimeExpression, ...]) -> Iterator[tuple[Timex, TimeExpression]]:
    """Gold and found ones that share a character; each is used once, exact ones first."""
    taken: set[int] = set()
    for t in gold:
        near = [k for k, e in enumerate(found) if k not in taken and e.span.start < t.end and t.start < e.span.end]
        best = min(near, key=lambda k: (found[k].span.start, found[k].span.end) != (t.start, t.end), default=None)
        if best is not None:
            taken.add(best)
            yield t, found[best]


def count(gold: list[Timex], found: tuple[TimeExpression, ...]) -> Counter[str]:
    """How many there are, are read, agree strictly, relaxed and in value; some of it by the gold's type."""
    told: Counter[str] = Counter(gold=len(gold), read=len(found))
    told.update(f"{t.kind} gold" for t in gold)
    for t, e in pairs(gold, found):
        told["relaxed"] += 1
        told["strict"] += (e.span.start, e.span.end) == (t.start, t.end)
        told["value"] += e.value == t.value
        told["type"] += e.kind == t.kind
        told[f"{t.kind} value"] += e.value == t.value
    return told


def f1(right: int, read: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, in percent."""
    return 100 * right / max(1, read), 100 * right / max(1, gold), 200 * right / max(1, read + gold)


def errors(gold: list[Timex], found: tuple[TimeExpression, ...], text: str) -> Iterator[str]:
    """What is missed, read without need or given another value, a line each."""
    both = list(pairs(gold, found))
    for t in gold:
        if all(t is not a for a, _ in both):
            yield f"missed   {text[t.start : t.end]!r} {t.value}"
    for e in found:
        if all(e is not b for _, b in both):
            yield f"too much {text[max(0, e.span.start - 20) : e.span.start]!r} {e.span.exact!r} {e.value}"
    for t, e in both:
        if e.value != t.value:
            led, words = text[max(0, t.start - 30) : t.start], text[t.start : t.end]
            yield f"value    {led!r} {words!r} {t.value}, read {e.span.exact!r} {e.value}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="show up to N errors of each kind an article"
    )
    options = parser.parse_args()
    resources, told = load_resources(), Counter[str]()
    for document, gold in articles(options.folder, options.half):
        found = expressions(document, resources)
        told += count(gold, found)
        for line in list(errors(gold, found, document.text))[: options.errors]:
            print(f"{document.id}: {line}")
    for name, part in (
        ("found, strict", "strict"),
        ("found, relaxed", "relaxed"),
        ("type", "type"),
        ("value", "value"),
    ):
        p, r, f = f1(told[part], told["read"], told["gold"])
        there = f"({told[part]} of {told['read']} read, {told['gold']} there)"
        print(f"{name:16} P {p:5.1f}  R {r:5.1f}  F1 {f:5.1f}  {there}")
    for kind in ("DATE", "TIME", "DURATION", "SET"):
        there, right = told[f"{kind} gold"], told[f"{kind} value"]
        print(f"{kind:16} found with the gold's value: {100 * right / max(1, there):5.1f} %  ({right} of {there})")


if __name__ == "__main__":
    main()
