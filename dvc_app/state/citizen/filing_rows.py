"""What the wizard draws, as display strings."""

from dataclasses import dataclass

from dvc_app import formats, routes
from dvc_app.wording import filing as wording
from services.dossiers.rules import Step
from services.dossiers.views import FeeView

ROUTE_OF_STEP = {
    Step.AGENCY: routes.FILE_AGENCY,
    Step.INFORMATION: routes.FILE_INFORMATION,
    Step.COMPONENTS: routes.FILE_COMPONENTS,
    Step.DELIVERY: routes.FILE_DELIVERY,
    Step.FEES: routes.FILE_FEES,
    Step.REVIEW: routes.FILE_CONFIRM,
}


@dataclass(frozen=True)
class FeeRow:
    """One fee or charge."""

    name: str
    amount: str
    note: str


@dataclass(frozen=True)
class UnitRow:
    """One unit that can be chosen."""

    id: str
    name: str
    address: str
    phone: str
    hours: str


@dataclass(frozen=True)
class StepRow:
    """One step in the list beside the form."""

    name: str
    address: str
    is_done: bool
    is_current: bool


def fee_row(fee: FeeView) -> FeeRow:
    """Return a fee; one without a credible amount is never shown as money."""
    amount = wording.TO_CONFIRM if fee.amount is None else formats.dong(fee.amount)
    return FeeRow(wording.FEE_KINDS[fee.kind], amount, fee.note)


def total_of(fees: tuple[FeeView, ...]) -> str:
    """Return what there is to pay, or that it has to be asked."""
    if any(fee.amount is None for fee in fees):
        return wording.TO_CONFIRM
    return formats.dong(sum(fee.amount or 0 for fee in fees))


def step_rows(draft_id: str, current: Step, reached: Step) -> list[StepRow]:
    """Return the steps; those already reached can be gone back to."""
    order = list(Step)
    furthest = max(order.index(current), order.index(reached))
    return [
        StepRow(
            name=wording.STEPS[step],
            address=routes.fill(ROUTE_OF_STEP[step], draft=draft_id)
            if index <= furthest
            else "",
            is_done=index < furthest and step is not current,
            is_current=step is current,
        )
        for index, step in enumerate(order)
    ]


def caption(current: Step) -> str:
    """Return the sentence of progress (R16)."""
    order = list(Step)
    index = order.index(current)
    if current is Step.REVIEW:
        return wording.LAST_CAPTION
    return wording.CAPTION.format(
        number=index + 1,
        step=wording.STEPS[current],
        next=wording.STEPS[order[index + 1]],
    )
