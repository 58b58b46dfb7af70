"""The steps of a dossier, its result and its next act, as display strings (O05)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dvc_app import formats, routes
from dvc_app.wording import handing, signing, statuses
from dvc_app.wording import processing as wording
from services.dossiers.models import DossierStatus
from services.dossiers.rules import GIVEN_UP
from services.processing.models import StepState
from services.processing.open_processing import Act, ProcessingView, StepView
from services.results.open_result import ResultView
from services.work import Actor, Role

MAIN_ACTS = (Act.RECEIVE, Act.TAKE, Act.FINISH, Act.APPROVE, Act.RETURN_RESULT)
RESULT_ACTS = (Act.ATTACH_RESULT, Act.REMOVE_RESULT)
LEADS = {
    Act.RECEIVE: wording.RECEIVE_LEAD,
    Act.TAKE: wording.TAKE_LEAD,
    Act.FINISH: wording.FINISH_LEAD,
    Act.APPROVE: wording.APPROVE_LEAD,
    Act.RETURN_RESULT: wording.RETURN_LEAD,
}
CLOSED = {DossierStatus.RETURNED: "returned", DossierStatus.RESULT_READY: "ready"}


@dataclass(frozen=True)
class StepRow:
    """One step of the map."""

    name: str
    state: str
    line: str
    opinion: str = ""
    is_done: bool = False
    is_now: bool = False
    css: str = "is-coming"
    ways: list[str] = field(default_factory=list)
    returned: str = ""
    money: str = ""


@dataclass(frozen=True)
class ResultRow:
    """The result attached, and how it reached the person."""

    id: str = ""
    name: str = ""
    address: str = ""
    line: str = ""
    signature: str = ""
    is_signed: bool = False
    returned: str = ""
    is_digital: bool = False  # approved by a signature, not by a press
    more: list[str] = field(default_factory=list)
    pending: str = ""  # why a correction waits for its signature


def step_rows(view: ProcessingView) -> list[StepRow]:
    """Return the way of the dossier from its reception to its return."""
    head = view.head
    received = head.received_at is not None
    status = head.status
    first = StepRow(
        wording.STEP_RECEPTION,
        _state(done=received, now=status is DossierStatus.SUBMITTED),
        formats.short_moment(head.received_at),
        is_done=received,
        is_now=status is DossierStatus.SUBMITTED,
    )
    returned = status is DossierStatus.RETURNED
    ready = status is DossierStatus.RESULT_READY
    last = StepRow(
        wording.STEP_RETURN,
        _state(done=returned, now=ready),
        "",
        is_done=returned,
        is_now=ready,
    )
    names = {step.key: step.name for step in view.steps}
    ended = status in GIVEN_UP
    rows = [first, *(_step(step, names, ended) for step in view.steps), last]
    return [replace(row, css=_css(row)) for row in rows]


def result_row(result: ResultView | None) -> ResultRow:
    """Return the result in words; an empty row while there is none."""
    if result is None:
        return ResultRow()
    moment = formats.moment(result.attached_at)
    returned = ""
    if result.returned_at is not None:
        returned = wording.RETURNED_TO.format(
            name=result.received_by, moment=formats.moment(result.returned_at)
        )
    return ResultRow(
        id=str(result.file_id),
        name=result.file_name,
        address=routes.fill(routes.API_FILE, file_id=str(result.file_id)),
        line=_attached(result, moment),
        signature=wording.SIGNED if result.is_signed else wording.NOT_SIGNED,
        is_signed=result.is_signed,
        returned=returned,
        is_digital=not result.is_paper and result.signed_at is None,
        more=result_lines(result),
        pending=pending_line(result),
    )


def _attached(result: ResultView, moment: str) -> str:
    if not result.number:
        return signing.ATTACHED_DRAFT.format(moment=moment)
    return wording.ATTACHED.format(number=result.number, moment=moment)


def pending_line(result: ResultView) -> str:
    """Return what waits for the leader, and that the issued one stays meanwhile."""
    if not result.pending_why:
        return ""
    return signing.PENDING.format(reason=result.pending_why)


def result_lines(result: ResultView) -> list[str]:
    """Return who signed, who came, and what it corrects."""
    lines = []
    if result.corrected_why:
        lines.append(signing.CORRECTED.format(reason=result.corrected_why))
    if result.signer and result.signed_at is not None:
        moment = formats.moment(result.signed_at)
        lines.append(signing.SIGNED_BY.format(name=result.signer, moment=moment))
    if paper := result.handover.get("paper", ""):
        lines.append(signing.HANDOVER.format(paper=paper))
    if parcel := result.handover.get("parcel", ""):
        lines.append(signing.BY_POST.format(parcel=parcel))
    return lines


def may_correct(view: ProcessingView, result: ResultView | None, actor: Actor) -> bool:
    """Say whether this officer may propose a corrected result (O08)."""
    is_issued = view.head.status in CLOSED and result is not None
    return is_issued and Role.PROCESSING in actor.roles


def main_act(acts: Sequence[Act]) -> str:
    """Return the one next act of this officer, empty when there is none."""
    return next((str(act) for act in acts if act in MAIN_ACTS), "")


def result_act(acts: Sequence[Act]) -> str:
    """Return what this officer may do to the result."""
    return next((str(act) for act in acts if act in RESULT_ACTS), "")


def lead(act: str, step: StepView | None) -> str:
    """Return what the next act is about."""
    if not act:
        return ""
    return LEADS[Act(act)].format(step=step.name if step else "")


def current(steps: Iterable[StepView]) -> StepView | None:
    """Return the step under way."""
    return next((s for s in steps if s.state is StepState.CURRENT), None)


def why_no_act(view: ProcessingView, actor: Actor) -> str:
    """Say why this officer has nothing to press: whose turn it is, and why not theirs."""
    step, mine = current(view.steps), _roles(actor.roles)
    status = view.head.status
    if status is DossierStatus.SUBMITTED:
        return _no_act("new", mine=mine)
    if status is DossierStatus.AWAITING_PAYMENT:
        return _no_act("awaiting_payment")
    if view.head.suspended_since is not None and status not in GIVEN_UP:
        return _no_act("suspended")
    if status is DossierStatus.SUPPLEMENT:
        return _no_act("supplement")
    if status in CLOSED or status in GIVEN_UP or step is None:
        words = statuses.STATUSES[status].label
        return _no_act(CLOSED.get(status, "closed"), mine=mine, status=words)
    if step.holder:
        return _held(view, step, actor)
    if step.role in actor.roles:
        return _no_act("four_eyes")
    return _no_act("role", step=step.name, role=wording.ROLES[step.role], mine=mine)


def _held(view: ProcessingView, step: StepView, actor: Actor) -> str:
    is_mine = step.holder == actor.name and step.role in actor.roles
    if is_mine and step.role == Role.APPROVER and not view.has_result:
        return _no_act("no_result")
    return _no_act("held", step=step.name, name=step.holder)


def _no_act(key: str, **facts: str) -> str:
    return wording.NOBODYS_TURN[key].format(**facts)


def _roles(roles: Iterable[Role]) -> str:
    named = sorted(wording.ROLES[role] for role in roles)
    return ", ".join(named) or wording.NO_ROLE


def _css(row: StepRow) -> str:
    if row.css == "is-skipped":
        return row.css
    return "is-done" if row.is_done else "is-now" if row.is_now else "is-coming"


def _step(step: StepView, names: dict[str, str], ended: bool) -> StepRow:
    is_done = step.state is StepState.DONE
    is_now = step.state is StepState.CURRENT and not ended
    is_cut = ended and not is_done
    return StepRow(
        step.name,
        wording.CUT_SHORT if is_cut else wording.STATES[step.state],
        "" if is_cut else _line(step),
        wording.OPINION_OF.format(text=step.opinion) if step.opinion else "",
        is_done,
        is_now,
        css="is-skipped" if step.state is StepState.SKIPPED else "",
        ways=[
            handing.WAY_TO.format(name=way.name, step=names.get(way.to, way.to))
            for way in step.ways
        ],
        returned=handing.RETURNED_TIMES.format(count=step.returns)
        if step.returns
        else "",
        money=handing.FINANCIAL if step.is_financial else "",
    )


def _line(step: StepView) -> str:
    role = wording.ROLES[step.role]
    if step.state is StepState.DONE:
        moment = formats.short_moment(step.done_at)
        return wording.DONE_BY.format(name=step.holder, moment=moment)
    if step.state is StepState.SKIPPED:
        return ""
    if step.state is StepState.WAITING:
        return wording.WAITING_FOR.format(role=role)
    who = (
        wording.HELD_BY.format(name=step.holder)
        if step.holder
        else wording.NOBODY_HOLDS.format(role=role)
    )
    due = formats.short_moment(step.due_at)
    return f"{who} · {wording.DUE.format(moment=due)}" if due else who


def _state(done: bool, now: bool) -> str:
    state = StepState.DONE if done else StepState.CURRENT if now else StepState.WAITING
    return wording.STATES[state]
