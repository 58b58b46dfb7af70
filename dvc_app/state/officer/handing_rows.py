"""What passes between officers, as display strings (O05)."""

from dataclasses import dataclass
from datetime import datetime

from dvc_app import formats, routes
from dvc_app.wording import handing as wording
from services.dossiers.rules import GIVEN_UP
from services.processing.handing import Handing, LogView, OpinionView, WishView
from services.processing.open_processing import Act, ProcessingView, StepView
from services.processing.step_models import Timing


@dataclass(frozen=True)
class ChoiceRow:
    """Something to choose: a way on, a step, an officer, a unit."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class OpinionRow:
    """A question asked, and its answer."""

    who: str
    unit: str
    question: str
    asked: str
    answer: str
    state: str
    css: str = "tag"


@dataclass(frozen=True)
class NoteRow:
    """A note between colleagues."""

    by: str
    at: str
    text: str


@dataclass(frozen=True)
class WishRow:
    """A colleague who asks the holder for the step."""

    id: str
    text: str
    reason: str
    give: str


@dataclass(frozen=True)
class LogRow:
    """A line of the step log."""

    at: str
    what: str
    step: str
    who: str
    result: str
    css: str
    note: str


@dataclass(frozen=True)
class Desk:
    """All that stands beside the next act."""

    menu: list[ChoiceRow]
    ways: list[ChoiceRow]
    back: list[ChoiceRow]
    opinions: list[OpinionRow]
    notes: list[NoteRow]
    wishes: list[WishRow]
    log: list[LogRow]
    waiting: int = 0  # questions of this step without an answer
    holder: str = ""  # who has it since when; empty when it is free or mine
    my_wish: str = ""
    is_financial: bool = False
    without_hint: str = ""
    dues_href: str = ""
    slip_href: str = ""


EMPTY = Desk([], [], [], [], [], [], [])
MENU = (
    Act.FORWARD,
    Act.ASK_OPINION,
    Act.RETURN_STEP,
    Act.ASK_FOR,
    Act.REASSIGN,
    Act.NOTE,
)
TIMING_CSS = {Timing.LATE: "late", Timing.EARLY: "done", Timing.IN_TIME: "done"}


def desk_of(
    view: ProcessingView, step: StepView | None, me: str, now: datetime
) -> Desk:
    """Return the rows of a dossier for the officer who looks."""
    found, is_mine = view.handing, bool(step and step.is_mine)
    runs = view.head.status not in GIVEN_UP
    names = {one.key: one.name for one in view.steps}
    waiting = len([one for one in found.opinions if _is_open(one)]) if is_mine else 0
    slip = routes.fill(routes.API_CONTROL_SLIP, code=view.head.code)
    return Desk(
        menu=[
            ChoiceRow(str(act), wording.TITLES[str(act)])
            for act in MENU
            if act in view.among
        ],
        ways=[_way(one.to, one.name, names) for one in step.ways] if step else [],
        back=[ChoiceRow(str(where), name) for where, name in view.returnable],
        opinions=[opinion_row(one, now) for one in found.opinions],
        notes=[
            NoteRow(one.by_name, formats.moment(one.at), one.text)
            for one in reversed(found.notes)
        ],
        wishes=[_wish(one) for one in _open_wishes(found)] if is_mine else [],
        log=[log_row(one) for one in reversed(found.log)],
        waiting=waiting,
        without_hint=wording.WITHOUT_HINT.format(count=waiting),
        dues_href=routes.fill(routes.ASK_DUE, code=view.head.code),
        slip_href=slip if found.log else "",
        holder=_holder(step) if step and step.holder and not is_mine and runs else "",
        my_wish=_my_wish(found, step, me),
        is_financial=bool(step and step.is_financial),
    )


def opinion_row(one: OpinionView, now: datetime) -> OpinionRow:
    """Return a question in words: asked, answered, late, or gone on without."""
    asked = wording.ASKED.format(
        moment=formats.moment(one.asked_at), due=formats.day(one.due_at)
    )
    if one.answered_at:
        moment = formats.moment(one.answered_at)
        state, css = wording.ANSWERED.format(moment=moment), "tag tag--done"
    elif one.closed_at:
        state, css = wording.CLOSED.format(reason=one.closed_reason), "small muted"
    elif now > one.due_at:
        state, css = wording.LATE_ANSWER, "tag tag--late"
    else:
        state, css = wording.NO_ANSWER, "tag tag--wait"
    return OpinionRow(
        one.officer, one.unit, one.question, asked, one.answer, state, css
    )


def log_row(one: LogView) -> LogRow:
    """Return a line of the log in words."""
    taker = one.to_name or one.to_step
    giver = one.from_name if one.from_name != taker else ""
    who = (
        wording.FROM_TO.format(giver=giver, taker=taker)
        if giver and taker
        else giver or taker
    )
    return LogRow(
        at=formats.moment(one.at),
        what=wording.LOG_KINDS[one.kind],
        step=one.step,
        who=who,
        result=wording.TIMINGS[one.timing],
        css=TIMING_CSS.get(one.timing, ""),
        note=wording.AWAITED.get(one.note, one.note),
    )


def _way(to: str, name: str, names: dict[str, str]) -> ChoiceRow:
    return ChoiceRow(to, name, names.get(to, ""))


def _wish(one: WishView) -> WishRow:
    moment = formats.moment(one.at)
    return WishRow(
        id=str(one.id),
        text=wording.WISH.format(name=one.asked_by_name, moment=moment),
        reason=wording.WISH_REASON.format(reason=one.reason) if one.reason else "",
        give=wording.GIVE.format(name=one.asked_by_name),
    )


def _open_wishes(found: Handing) -> list[WishView]:
    return [one for one in found.wishes if one.decided_at is None]


def _my_wish(found: Handing, step: StepView | None, me: str) -> str:
    mine = [one for one in _open_wishes(found) if str(one.asked_by_id) == me]
    if not mine or step is None or not step.holder:
        return ""
    moment = formats.moment(mine[0].at)
    return wording.MY_WISH.format(moment=moment, name=step.holder)


def _holder(step: StepView) -> str:
    since = formats.moment(step.started_at)
    return wording.HOLDER.format(name=step.holder, moment=since)


def _is_open(one: OpinionView) -> bool:
    return one.answered_at is None and one.closed_at is None
