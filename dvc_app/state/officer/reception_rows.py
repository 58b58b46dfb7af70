"""What the reception draws besides the dossier: persons compared, reasons, warnings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dvc_app.state.officer.dossier_rows import Person
from dvc_app.wording import reception as wording
from dvc_app.wording.faults import spelled
from dvc_app.wording.machine_checks import say_finding
from services.core.errors import Conflict
from services.dossiers.machine_checks import Finding
from services.eforms.definition import PREFIX
from services.processing.check_people import PersonCheckView
from services.processing.not_accepted import UsualReason
from services.processing.office_part import TICKED
from services.processing.reception_models import CheckedPerson, CheckOutcome

TAB_OF_FIELD = {
    "birth_date": "chung",
    "phone": "chung",
    "due_day": "chung",
    "due_reason": "chung",
    TICKED: "chi-tiet",
}
BAD = (CheckOutcome.DIFFERS, CheckOutcome.NOT_FOUND)


@dataclass(frozen=True)
class CheckRow:
    """How one person compares with the population database."""

    words: str
    css: str = "small"


@dataclass(frozen=True)
class ReasonRow:
    """A reason to choose for a paper that is not accepted."""

    key: str
    words: str


@dataclass(frozen=True)
class People:
    """The comparison with the population database, as the card shows it."""

    rows: list[CheckRow]
    is_down: bool = False
    is_marked: bool = False
    to_ask: bool = False  # nobody has asked yet: the page does, once it is drawn
    birth_hint: str = wording.BIRTH_DATE_HINT


def people_rows(checks: Sequence[PersonCheckView], may_receive: bool) -> People:
    """Return the card; what is not answered says so and stops nothing."""
    unreached = [one for one in checks if one.outcome is CheckOutcome.UNREACHED]
    unasked = [one for one in checks if one.outcome is None and one.can_be_asked]
    born = "birth_date" in _differing(checks, CheckedPerson.SUBMITTER)
    hint = f"{wording.BIRTH_DATE_HINT} · {wording.DIFFERS_MARK}"
    return People(
        rows=[_row(check, may_receive) for check in checks],
        is_down=any(not one.verify_later for one in unreached),
        is_marked=any(one.verify_later for one in unreached),
        to_ask=may_receive and bool(unasked),
        birth_hint=hint if born else wording.BIRTH_DATE_HINT,
    )


def mark_person(person: Person, checks: Sequence[PersonCheckView]) -> Person:
    """Say beside each fact that the database has another one."""
    own = _differing(checks, CheckedPerson.SUBMITTER)
    owner = _differing(checks, CheckedPerson.OWNER)
    return replace(
        person,
        name=_marked(person.name, "full_name" in own),
        paper_number=_marked(person.paper_number, "citizen_id" in own),
        applicant=_marked(person.applicant, "full_name" in owner),
        applicant_born=_marked(person.applicant_born, "birth_date" in owner),
        applicant_number=_marked(person.applicant_number, "citizen_id" in owner),
    )


def warning_rows(
    findings: Sequence[Finding],
    checks: Sequence[PersonCheckView],
    names: Mapping[str, str],
) -> list[str]:
    """Return what a machine found, and where the population database differs."""
    said = [say_finding(one.check, names.get(one.target, "")) for one in findings]
    return said + [f"{_words(one)}." for one in checks if one.outcome in BAD]


def reason_rows(reasons: Sequence[UsualReason]) -> list[ReasonRow]:
    """Return the reasons of the templates in force."""
    return [ReasonRow(one.key, one.reason) for one in reasons]


def _row(check: PersonCheckView, may_receive: bool) -> CheckRow:
    if check.outcome is CheckOutcome.SAME:
        return CheckRow(f"✓ {_words(check)}", "saved")
    if check.outcome in BAD:
        return CheckRow(_words(check), "error")
    if check.outcome is None and (not may_receive or not check.can_be_asked):
        return CheckRow(_line(check, wording.PEOPLE_NO_NUMBER), "small muted")
    return CheckRow(_words(check))


def _words(check: PersonCheckView) -> str:
    if check.outcome is None:
        return _line(check, wording.PEOPLE_ASKING)
    fields = ", ".join(wording.PEOPLE_FIELDS.get(one, one) for one in check.fields)
    answer = wording.PEOPLE_ANSWERS[check.outcome].format(fields=fields)
    if check.verify_later:
        answer = f"{answer}, {wording.PEOPLE_MARKED}"
    return _line(check, answer)


def _line(check: PersonCheckView, answer: str) -> str:
    person = wording.PEOPLE_NAMES[check.person]
    return wording.PEOPLE_LINE.format(person=person, name=check.name, answer=answer)


def _differing(
    checks: Sequence[PersonCheckView], person: CheckedPerson
) -> tuple[str, ...]:
    return next((one.fields for one in checks if one.person is person), ())


def _marked(text: str, differs: bool) -> str:
    return f"{text} ({wording.DIFFERS_MARK})" if differs and text else text


def verdict_faults(paper: str, problems: Mapping[str, str]) -> dict[str, str]:
    """Return what is wrong with a verdict: the paper itself, or the reason typed."""
    if key := problems.get("verdict"):
        return {f"component.{paper}": wording.FAULTS[key]}
    return {f"reason.{paper}": spelled(problems)["reason"]}


def tab_of(field: str) -> str:
    """Return the tab a fault lies in."""
    if field.startswith(PREFIX):
        return "chi-tiet"
    return TAB_OF_FIELD.get(field, "thanh-phan")


def conflict_words(conflict: Conflict) -> str:
    """Say who was faster, or that there is a newer state to look at."""
    kind, *names = (*conflict.args, "")
    if kind == "received_by":
        return wording.RECEIVED_BY.format(name=names[0])
    if kind == "received_already":
        return wording.RECEIVED_ALREADY
    return wording.CHANGED_SINCE if kind == "changed_since" else wording.NOT_NEW
