"""An office asks for a sum that only it knows: an agreed fee, a notice of the tax office."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from services.audit.record import record
from services.core.errors import Conflict, RuleViolation
from services.core.money import read_money
from services.core.readers import Unreadable, read_note
from services.dossiers.models import DossierStatus
from services.dossiers.owe import open_due
from services.payments.models import DueMoment, PaymentRequest
from services.payments.queries import requests_of
from services.payments.views import DueLine
from services.processing.await_payment import await_payment
from services.processing.queries import agency_dossier, check_version, renew_version
from services.work import Role, Work

NOTICE = re.compile(r"[A-Za-z0-9][A-Za-z0-9/._-]{0,39}")
MOST_LINES = 10
NAME_LENGTHS, BASIS_LENGTHS = (3, 200), (0, 300)
KINDS = frozenset({"fee", "charge"})


@dataclass(frozen=True)
class TypedLine:
    """One line as the officer typed it."""

    name: str
    kind: str
    amount: str
    basis: str = ""


def ask_due(
    work: Work, code: str, lines: Sequence[TypedLine], notice: str, version: int
) -> PaymentRequest:
    """Open the request; a dossier in process waits for it, with the clock stopped.

    The number of the notice tells one from another: pressed twice, or asked again
    under the same number, it is the same request.
    """
    work.actor.require_officer(Role.INTAKE, Role.PROCESSING)
    dossier = agency_dossier(work, code, lock=True)
    number, read = _read(notice, lines)
    for known in requests_of(work.session, dossier.id):
        if known.notice_number == number:
            return known
    if dossier.status not in (
        DossierStatus.PROCESSING,
        DossierStatus.AWAITING_PAYMENT,
    ):
        raise Conflict("not_in_process")
    check_version(dossier, version)
    request = open_due(work, dossier, DueMoment.NOTICE, read, number)
    await_payment(work, dossier)
    renew_version(work, dossier)
    record(work, "ask_due", dossier.id, amount=request.amount)
    return request


def _read(notice: str, lines: Sequence[TypedLine]) -> tuple[str, tuple[DueLine, ...]]:
    problems: dict[str, str] = {}
    number = notice.strip()
    if not NOTICE.fullmatch(number):
        problems["notice"] = "notice_number"
    if not 0 < len(lines) <= MOST_LINES:
        problems["lines"] = "due_lines"
    read = [_line(at, line, problems) for at, line in enumerate(lines[:MOST_LINES])]
    if not problems and sum(line.amount for line in read) <= 0:
        problems["amount.0"] = "due_nothing"
    if problems:
        raise RuleViolation(problems)
    return number, tuple(line for line in read if line.amount)


def _line(at: int, line: TypedLine, problems: dict[str, str]) -> DueLine:
    name = basis = ""
    amount = 0
    try:
        name = read_note(line.name, *NAME_LENGTHS)
    except Unreadable as fault:
        problems[f"name.{at}"] = fault.key
    try:
        basis = read_note(line.basis, *BASIS_LENGTHS)
    except Unreadable as fault:
        problems[f"basis.{at}"] = fault.key
    try:
        amount = int(read_money(line.amount))
    except Unreadable as fault:
        problems[f"amount.{at}"] = fault.key
    if line.kind not in KINDS:
        problems[f"kind.{at}"] = "required"
    return DueLine(name=name, kind=line.kind, amount=amount, basis=basis)
