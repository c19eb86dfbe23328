"""Items of a list that goes by dates: "10 July 2019: In Tarn, …" dates all that is told on its line."""

from __future__ import annotations

from counterclaim.model import Interval
from counterclaim.setting.datelines import heads_item
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Scene


class Itemised:
    """The items of one page and which scenes they date."""

    def __init__(self, reader: SceneReader) -> None:
        self.parse, text = reader.parse, reader.parse.text
        self.items: list[tuple[int, int, Interval]] = []
        for datings in reader.datings.by_sentence.values():
            for d in datings:
                span = d.mention.span
                if d.interval and heads_item(text, span.start, span.end):
                    stop = text.find("\n", span.end)
                    self.items.append((span.start, stop if stop >= 0 else len(text), d.interval))

    def date(self, scene: Scene) -> Interval | None:
        """The days of the item that tells a scene which has no day of its own."""
        if scene.when or scene.dated or scene.running or scene.earlier:
            return None
        at = self.parse.sentence_span(scene.sentence).start
        return next((days for start, stop, days in self.items if start <= at < stop), None)
