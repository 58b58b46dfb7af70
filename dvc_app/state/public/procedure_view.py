"""One procedure as its page draws it: answers first, papers by case (C09)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dvc_app import formats
from dvc_app.state.citizen.fee_rows import say_price as say_line_price
from dvc_app.state.citizen.fee_rows import say_relief
from dvc_app.state.public.procedure_rows import file_href, say_limit
from dvc_app.wording import procedure as wording
from dvc_app.wording import procedures as list_wording
from dvc_app.wording.province import hotline_text
from services.procedures.models import CaseKind
from services.procedures.show_procedure import (
    Case,
    Component,
    Fee,
    ProcedureDetail,
    Way,
)


@dataclass(frozen=True)
class PaperRow:
    """A paper, or a line of advice."""

    name: str
    required: bool
    is_paper: bool
    tags: list[str]
    note: str


@dataclass(frozen=True)
class CaseRow:
    """A group of papers and when it is asked for."""

    title: str
    papers: list[PaperRow]


@dataclass(frozen=True)
class FeeRow:
    """A sum, for which channel, under which condition."""

    kind: str
    amount: str
    channel: str
    note: str


@dataclass(frozen=True)
class WayRow:
    """A channel and how long it takes."""

    channel: str
    limit: str
    note: str


@dataclass(frozen=True)
class ProcedureView:
    """What the page shows before the official text."""

    code_words: str = ""
    name: str = ""
    plain: str = ""
    summary: str = ""
    sector: str = ""
    level: str = ""
    level_tag: str = "tag"
    days: str = ""
    days_note: str = ""
    price: str = ""
    who: str = ""
    result: str = ""
    cases: list[CaseRow] = field(default_factory=list)
    fees: list[FeeRow] = field(default_factory=list)
    ways: list[WayRow] = field(default_factory=list)
    units_count: str = ""
    no_units: str = ""
    file_href: str = ""  # empty: not filed here
    national_words: str = ""
    is_counter_only: bool = False
    suspended_words: str = ""
    suspended_reason: str = ""
    elsewhere_words: str = ""


def view_procedure(detail: ProcedureDetail) -> ProcedureView:
    """Return the procedure in words."""
    is_open = not detail.is_suspended and not detail.is_elsewhere
    goes_national = is_open and not detail.is_filed_here
    return ProcedureView(
        code_words=wording.CODE.format(code=detail.code),
        name=detail.name,
        plain=detail.plain_name,
        summary=detail.summary,
        sector=detail.sector,
        level=list_wording.ONLINE_LEVELS[detail.online_level],
        level_tag=list_wording.ONLINE_TAGS[detail.online_level],
        days=say_limit(detail.limit.value, detail.limit.unit),
        days_note=detail.limit.note,
        price=say_price(detail.fees),
        who=", ".join(detail.eligible_parties) or wording.WHO_UNKNOWN,
        result="; ".join(detail.results) or wording.RESULT_UNKNOWN,
        cases=[_case(case) for case in detail.cases if case.components],
        fees=[_fee(fee) for fee in detail.fees],
        ways=[_way(way) for way in detail.channels],
        units_count=wording.UNITS_COUNT.format(count=len(detail.units)),
        no_units=_no_units(detail),
        file_href=file_href(detail.code) if detail.can_be_filed else "",
        national_words=(
            wording.AT_NATIONAL.format(code=detail.code) if goes_national else ""
        ),
        is_counter_only=is_open and not goes_national and not detail.can_be_filed,
        suspended_words=_suspended(detail),
        suspended_reason=detail.suspended_reason,
        elsewhere_words=(
            wording.ELSEWHERE.format(agency=detail.promulgated_by)
            if detail.is_elsewhere
            else ""
        ),
    )


def say_price(fees: Iterable[Fee]) -> str:
    """Return the answer to ‹Bao nhiêu tiền›: one sum, a range, or whom to ask."""
    sums = sorted({fee.amount for fee in fees if fee.amount is not None})
    if any(fee.needs_confirmation or fee.amount is None for fee in fees) or not sums:
        return wording.FEE_UNKNOWN
    if len(sums) > 1:
        return wording.FEE_SOME.format(
            least=formats.dong(sums[0]), most=formats.dong(sums[-1])
        )
    return formats.dong(sums[0]) if sums[0] else wording.FREE


def case_title(case: Case) -> str:
    """Return what a group of papers means: to hand in, to show, only when…"""
    kind = wording.CASE_KINDS[case.kind]
    if case.kind is CaseKind.WHEN:
        return kind.format(name=case.name)
    if case.name:
        return wording.CASE_NAMED.format(kind=kind, name=case.name)
    return kind


def _case(case: Case) -> CaseRow:
    return CaseRow(case_title(case), [_paper(one) for one in case.components])


def _paper(component: Component) -> PaperRow:
    originals, copies = component.original_qty, component.copy_qty
    tags = [
        wording.ORIGINALS.format(count=originals) if originals else "",
        wording.COPIES.format(count=copies) if copies else "",
        wording.IS_FORM if component.is_form else "",
    ]
    notes = [component.required_when, component.note]
    if component.samples:
        notes.append(wording.SAMPLE.format(names=", ".join(component.samples)))
    return PaperRow(
        name=component.name,
        required=component.required,
        is_paper=component.is_paper,
        tags=[tag for tag in tags if tag],
        note=" · ".join(note for note in notes if note),
    )


def _fee(fee: Fee) -> FeeRow:
    known = fee.amount is not None and not fee.needs_confirmation
    amount = formats.dong(fee.amount) if known and fee.amount else wording.FREE
    if known and fee.amount and fee.line:
        amount = say_line_price(fee.line)
    return FeeRow(
        kind=(fee.line and fee.line.name) or wording.FEE_KINDS[fee.kind],
        amount=amount if known else wording.FEE_UNKNOWN,
        channel=(
            wording.CHANNEL_NAMES[fee.channel] if fee.channel else wording.ANY_CHANNEL
        ),
        note=" · ".join(part for part in _fee_notes(fee) if part),
    )


def _fee_notes(fee: Fee) -> list[str]:
    if fee.line is None:
        return [fee.note]
    grounds = "; ".join(fee.reliefs)
    relieved = wording.RELIEFS.format(grounds=grounds) if grounds else ""
    return [fee.note, say_relief(fee.line), relieved, fee.line.basis]


def _way(way: Way) -> WayRow:
    limit = say_limit(way.limit.value, way.limit.unit)
    return WayRow(wording.CHANNEL_NAMES[way.channel], limit, way.limit.note)


def _suspended(detail: ProcedureDetail) -> str:
    if not detail.is_suspended:
        return ""
    if detail.suspended_since is None:
        return wording.SUSPENDED
    return wording.SUSPENDED_SINCE.format(day=formats.day(detail.suspended_since))


def _no_units(detail: ProcedureDetail) -> str:
    if detail.units:
        return ""
    if detail.executing_agency:
        return wording.UNITS_NONE.format(agency=detail.executing_agency)
    return wording.UNITS_UNKNOWN.format(hotline=hotline_text())
