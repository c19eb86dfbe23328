"""The view on Textual: it shows the state, hands keys on, and knows nothing else."""

from __future__ import annotations

from typing import ClassVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from counterclaim.faces.review import panes
from counterclaim.faces.review.asking import Line
from counterclaim.faces.review.facts import facts
from counterclaim.faces.review.keys import KEYS, Act
from counterclaim.faces.review.session import Session
from counterclaim.faces.review.steps import Wish
from counterclaim.faces.review.words import row_of_value, words
from counterclaim.faces.wording import printable

WIDE = 110  # cells: from here on the words and the facts stand side by side
ROWS = 7  # of a choice


class Told(ModalScreen[None]):
    """A page to read over the review; any of the keys that open or leave a page closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,space,h,question_mark", "dismiss", "close", show=False),
        Binding("up,pageup", "scroll(-1)", "up", show=False),
        Binding("down,pagedown", "scroll(1)", "down", show=False),
    ]

    def __init__(self, heading: str, told: RenderableType) -> None:
        super().__init__()
        self._heading, self._told = heading, told

    def compose(self) -> ComposeResult:
        """A frame with a heading, the page, and how to leave."""
        with Vertical(id="page"):
            yield Static(Text(self._heading, style="bold"))
            with VerticalScroll(can_focus=False):
                yield Static(self._told)
            yield Static(Text("Esc closes this · ↑ ↓ scroll", style="dim"))

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=by * max(scroll.size.height // 2, 1), animate=False)


class Review(App[None]):
    """One claim at a time, a key a verdict."""

    CSS_PATH = "review.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(",".join(k.names), f"act('{k.act.value}')", k.short, show=False) for k in KEYS),
        Binding("ctrl+c", "quit", "quit", show=False, priority=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._shown: str | None = None

    def compose(self) -> ComposeResult:
        """Head, subject, words and facts, the line to write in, what is said, and the keys."""
        yield Static(id="head")
        yield Static(id="subject")
        with Container(id="body"):
            with VerticalScroll(id="words", can_focus=False):
                yield Static(id="text")
            with VerticalScroll(id="facts", can_focus=False):
                yield Static(id="told")
        with Vertical(id="asking"):
            yield Static(id="question")
            yield Line(id="line", disabled=True)
            yield Static(id="rows")
        yield Static(id="message")
        yield Static(id="foot")

    def on_mount(self) -> None:
        """Show the first claim."""
        self.refresh_all()

    def on_resize(self, _: Resize) -> None:
        """Another room for it all."""
        self._shown = None
        self.call_after_refresh(self.refresh_all)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is asked, or a page is read, the keys of the review do nothing."""
        free = self.session.state.asking is None and len(self.screen_stack) == 1
        return free if action == "act" else True

    def action_act(self, name: str) -> None:
        """A key of the review."""
        wish = self.session.press(Act(name))
        if wish is not None:
            self._grant(wish)
        self.refresh_all()

    def action_choose(self, by: int) -> None:
        """Up or down among what is asked."""
        self.session.typed(self._line.value)
        self.session.moved(by)
        self.refresh_all()

    def action_leave(self) -> None:
        """Leave what is asked."""
        self.session.left()
        self.refresh_all()

    def pick(self, number: int) -> bool:
        """A digit in the line: whether it chose something."""
        self.session.typed(self._line.value)
        picked = self.session.picked(number)
        if picked:
            self.refresh_all()
        return picked

    def on_input_changed(self, event: Input.Changed) -> None:
        """Something was written; what has been overtaken by now is left."""
        if self.session.state.asking is not None and event.value == self._line.value:
            self.session.typed(event.value)
            self._show_asking()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """What was written or chosen is to hold."""
        if self.session.state.asking is not None:
            self.session.typed(self._line.value)
            self.session.entered()
            self.refresh_all()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """All was weighed anew, or could not be."""
        if event.state is WorkerState.SUCCESS and event.worker.result is not None:
            self.session.weighed(event.worker.result)
        elif event.state is WorkerState.ERROR:
            self.session.failed(f"it could not be weighed anew: {event.worker.error}")
        if event.worker.is_finished:
            self.refresh_all()

    def refresh_all(self) -> None:
        """Show where the review stands."""
        state, desk = self.session.state, self.session.desk
        self._static("head").update(panes.head(state, desk, self.session.person))
        self._static("subject").update(panes.subject(state, desk))
        self._static("told").update(facts(desk, state.item.claim, roomy=self._is_roomy))
        self._static("message").update(Text(printable(state.message)))
        if self._shown != state.item.claim:
            self._shown = state.item.claim
            self._static("text").update(words(desk, state.item.claim, roomy=self._is_roomy))
            self.query_one("#facts", VerticalScroll).scroll_home(animate=False)
            self.call_after_refresh(self._seek)
        self._show_asking()

    def _show_asking(self) -> None:
        asking, line = self.session.state.asking, self._line
        box = self.query_one("#asking")
        if box.display != (asking is not None):
            box.display = asking is not None
            self.call_after_refresh(self._seek)
        self._static("foot").update(panes.foot(self.session.state, self.size.width - 2))
        line.disabled = asking is None
        if asking is None:
            self.set_focus(None)
            return
        self._static("question").update(Text(printable(asking.question), style="bold"))
        self._static("rows").update(panes.asked(self.session.state, ROWS))
        if line.value != asking.text:
            line.value = asking.text
            line.action_select_all()
        if not line.has_focus:
            line.focus()

    def _seek(self) -> None:
        """Scroll the words so far that the value is in sight."""
        pane, state = self.query_one("#words", VerticalScroll), self.session.state
        told = words(self.session.desk, state.item.claim, roomy=self._is_roomy)
        row = row_of_value(told, max(self._static("text").size.width, 20))
        pane.scroll_to(y=max(row - pane.size.height // 2, 0), animate=False)

    def _grant(self, wish: Wish) -> None:
        match wish:
            case Wish.QUIT:
                self.exit()
            case Wish.HELP:
                self.push_screen(Told("Keys", panes.help_page()))
            case Wish.HISTORY:
                self.push_screen(Told("History", panes.history_page(self.session.state, self.session.desk)))
            case Wish.WEIGH:
                self._weigh()
            case Wish.UP | Wish.DOWN:
                self._scroll(1 if wish is Wish.DOWN else -1)

    def _weigh(self) -> None:
        session = self.session
        judgements = session.judgements()
        self.run_worker(lambda: session.weigh(judgements), thread=True, exclusive=True, exit_on_error=False)
        session.state = panes.busy(session.state)

    def _scroll(self, by: int) -> None:
        """The words as far as they go, then the facts; back the other way round."""
        panes_ = [self.query_one(f"#{name}", VerticalScroll) for name in ("words", "facts")]
        for pane in panes_ if by > 0 else reversed(panes_):
            if (by > 0 and pane.scroll_y < pane.max_scroll_y) or (by < 0 and pane.scroll_y > 0):
                pane.scroll_relative(y=by * max(pane.size.height // 2, 1), animate=False)
                return

    @property
    def _is_roomy(self) -> bool:
        return self.size.width >= WIDE

    @property
    def _line(self) -> Line:
        return self.query_one("#line", Line)

    def _static(self, name: str) -> Static:
        return self.query_one(f"#{name}", Static)
