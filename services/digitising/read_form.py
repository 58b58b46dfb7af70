"""Read the form of one paper, as an officer sent it (O09)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from services.core.errors import RuleViolation
from services.core.faults import Fault, Unreadable
from services.core.readers import read_date, read_note
from services.core.text import clean
from services.delegations.rules import years_after
from services.digitising.offers import Offer
from services.digitising.values import same_value
from services.dossiers.fields import read_paper_number
from services.vault.kinds import kind_codes

LONGEST = 200
FURTHEST = 100  # years a paper may still be valid
DAYS = ("issued_on", "valid_from", "valid_until")


@dataclass(frozen=True)
class PaperForm:
    """What was typed or left as offered; which fields were ticked as right."""

    kind: str
    values: Mapping[str, str]
    confirmed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PaperRead:
    """The fields as they are kept, the three days, and what was not as offered."""

    fields: dict[str, str]
    days: dict[str, date]
    changed: tuple[str, ...]


def read_form(form: PaperForm, offers: Sequence[Offer], today: date) -> PaperRead:
    """Read every field; all that is wrong is said at once.

    An unsure value that nobody touched nor ticked is refused: reading by machine
    proposes, a person decides.
    """
    problems, fields, days = dict[str, str](), dict[str, str](), dict[str, date]()
    if form.kind not in kind_codes():
        problems["kind"] = Fault.REQUIRED
    for offer in offers:
        try:
            text = _text(form, offer, today, days)
        except Unreadable as fault:
            problems[offer.name] = fault.key
            continue
        if text:
            fields[offer.name] = text
        is_left = bool(text) and same_value(text, offer.text)
        if is_left and offer.must_confirm and offer.name not in form.confirmed:
            problems[offer.name] = "store_confirm"
    _check_order(days, today, problems)
    if problems:
        raise RuleViolation(problems)
    changed = [o.name for o in offers if not same_value(fields.get(o.name, ""), o.text)]
    return PaperRead(fields, days, tuple(changed))


def _text(form: PaperForm, offer: Offer, today: date, days: dict[str, date]) -> str:
    typed = clean(form.values.get(offer.name, ""))
    if not typed:
        if offer.is_required:
            raise Unreadable(Fault.REQUIRED)
        return ""
    if offer.name in DAYS:
        latest = today if offer.name == "issued_on" else years_after(today, FURTHEST)
        day = read_date(typed, latest=latest)
        days[offer.name] = day
        return f"{day:%d/%m/%Y}"
    if offer.name == "owner_number":
        return read_paper_number(typed)
    return read_note(typed, 1, LONGEST)


def _check_order(
    days: Mapping[str, date], today: date, problems: dict[str, str]
) -> None:
    issued, begins = days.get("issued_on"), days.get("valid_from")
    if issued and issued > today:
        problems["issued_on"] = Fault.DATE_FUTURE
    first = max((day for day in (issued, begins) if day), default=None)
    ends = days.get("valid_until")
    if first and ends and ends < first:
        problems["valid_until"] = "document_ends_first"
