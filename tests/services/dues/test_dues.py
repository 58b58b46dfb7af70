"""What a dossier owes: asked for when it is due, and what follows when it is paid."""

import dataclasses
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlmodel import col, delete, select

from services.accounts.prove_human import HumanProof
from services.core.errors import Conflict, RuleViolation
from services.dossiers.discard_draft import discard_draft
from services.dossiers.faults import DraftIsPaying
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.pay_first import pay_first
from services.dossiers.reopen_draft import reopen_draft
from services.dossiers.review import review
from services.dossiers.save_answers import save_answer
from services.dossiers.submit import submit_dossier
from services.dossiers.withdraw import end_by_wish
from services.dues.file_paid import file_paid
from services.dues.follow_payment import LAST_LOOK, follow_payment
from services.fees.load_rules import write_rules
from services.files.models import StoredFile
from services.integrations.payment_gateways.port import Outcome, Told
from services.notifications.models import Notification, Subject
from services.payments.models import (
    DueMoment,
    Payment,
    PaymentRequest,
    PaymentState,
    RequestState,
)
from services.payments.queries import lock_payment, owed
from services.payments.settle import settle
from services.payments.settlement_models import Refund
from services.processing.models import DossierStep, StepState
from services.processing.take_step import take_step
from services.results.keep_result import keep_result
from services.results.open_result import open_result
from services.results.return_result import return_result
from services.work import SYSTEM, Work
from tests.factories.dossiers import (
    Filing,
    make_filing,
    make_proof,
    make_ready_draft,
)
from tests.factories.fees import make_rule
from tests.factories.payments import make_payment
from tests.factories.processing import (
    acting,
    dossier_of,
    make_desk,
    make_ready,
    make_received,
)

FEE = 75_000
NEVER = HumanProof()


def requests(work: Work, dossier_id: UUID) -> list[PaymentRequest]:
    query = select(PaymentRequest).where(PaymentRequest.dossier_id == dossier_id)
    return list(work.session.exec(query))


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def pay(work: Work, request: PaymentRequest, amount: int | None = None) -> None:
    """Let the provider tell of money, and the worker do what follows."""
    system = dataclasses.replace(work, actor=SYSTEM)
    payment = make_payment(work.session, request, state=PaymentState.PENDING)
    lock_payment(work.session, payment.id)
    paid = request.amount if amount is None else amount
    given = Told(payment.number, Outcome.PAID, paid, "T" + payment.number, work.now)
    settle(system, payment, given, "notice")
    follow_payment(system, payment.id)
    follow_payment(system, payment.id)  # a job may be carried out twice


def test_a_received_dossier_waits_for_its_fee_and_goes_on_where_it_stopped(
    work: Work,
) -> None:
    desk = make_desk(work.session, fee=FEE)
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    assert dossier.status == "awaiting_payment"
    [request] = requests(work, dossier.id)
    assert (request.moment, request.amount) == (DueMoment.RECEPTION, FEE)
    assert request.dossier_code == code
    with pytest.raises(Conflict):
        take_step(acting(work, desk.handler), code)

    pay(work, request)

    assert dossier.status is DossierStatus.PROCESSING
    assert owed(work.session, dossier.id) == 0
    assert take_step(acting(work, desk.handler), code).step
    query = select(TimelineEntry.event).where(TimelineEntry.dossier_id == dossier.id)
    assert {"payment_due", "payment_made"} <= set(work.session.exec(query))


def test_the_promise_moves_on_by_the_office_time_the_payment_took(work: Work) -> None:
    desk = make_desk(work.session, fee=FEE, time_limit=3)
    code = make_received(work, desk).code
    dossier = dossier_of(work, code)
    promised, stopped = dossier.due_at, dossier.awaiting_since
    assert promised is not None
    assert stopped is not None
    days_later = dataclasses.replace(work, now=work.now + timedelta(days=2))

    pay(days_later, requests(work, dossier.id)[0])

    assert dossier.due_at is not None
    assert dossier.due_at > promised
    assert "payment" in {line["kind"] for line in dossier.due_reasons}
    step = work.session.exec(
        select(DossierStep).where(
            DossierStep.dossier_id == dossier.id,
            DossierStep.state == StepState.CURRENT,
        )
    ).one()
    assert step.due_at is not None
    assert step.due_at <= dossier.due_at
    assert dossier.awaiting_since is None


def test_its_people_are_told_once_and_led_to_the_exact_request(work: Work) -> None:
    desk = make_desk(work.session, fee=FEE)
    dossier = dossier_of(work, make_received(work, desk).code)
    [request] = requests(work, dossier.id)
    [notice] = told(work, Subject.PAYMENT_DUE)
    assert notice.path == f"/thanh-toan/{request.link_key}"
    pay(work, request)
    assert len(told(work, Subject.PAID)) == 1


def test_a_dossier_without_a_fee_waits_for_nothing(work: Work) -> None:
    desk = make_desk(work.session)
    dossier = dossier_of(work, make_received(work, desk).code)
    assert dossier.status is DossierStatus.PROCESSING
    assert requests(work, dossier.id) == []


def with_rule(work: Work, filing: Filing, due: str) -> None:
    """Let the procedure's fee be due at another moment."""
    rule = make_rule(procedures=[filing.procedure.code], amount=FEE, due=due)
    write_rules(work, [rule])


def test_what_is_due_with_the_result_is_paid_before_it_is_seen_or_handed_over(
    work: Work,
) -> None:
    desk = make_desk(work.session)
    with_rule(work, desk.filing, "result")
    code = make_ready(work, desk)
    dossier = dossier_of(work, code)
    assert dossier.status is DossierStatus.RESULT_READY
    [request] = requests(work, dossier.id)
    assert request.moment is DueMoment.RESULT
    owner = acting(work, desk.filing.citizen)
    at_desk = acting(work, desk.intake)
    assert open_result(owner, code) is None
    assert keep_result(dataclasses.replace(work, actor=SYSTEM), dossier.id) is None
    with pytest.raises(Conflict):
        return_result(at_desk, code, "Nông Văn Bình", "press")

    pay(work, request)

    assert open_result(owner, code) is not None
    assert return_result(at_desk, code, "Nông Văn Bình", "press").code == code


def test_another_amount_is_held_and_the_dossier_waits_on(work: Work) -> None:
    desk = make_desk(work.session, fee=FEE)
    dossier = dossier_of(work, make_received(work, desk).code)
    [request] = requests(work, dossier.id)

    pay(work, request, FEE - 1)

    assert dossier.status is DossierStatus.AWAITING_PAYMENT
    assert request.state is RequestState.OPEN
    [notice] = told(work, Subject.PAYMENT_HELD)
    assert notice.path == f"/thanh-toan/{request.link_key}/ket-qua"


def test_what_comes_twice_moves_the_dossier_once_and_is_said(work: Work) -> None:
    desk = make_desk(work.session, fee=FEE)
    dossier = dossier_of(work, make_received(work, desk).code)
    [request] = requests(work, dossier.id)
    pay(work, request)
    version = dossier.version

    pay(work, request)

    assert dossier.version == version
    assert len(told(work, Subject.PAYMENT_TWICE)) == 1
    assert len(told(work, Subject.PAID)) == 1


def test_a_dossier_that_ends_owes_nothing_and_late_money_goes_back(work: Work) -> None:
    desk = make_desk(work.session, fee=FEE)
    first = dossier_of(work, make_received(work, desk).code)
    [asked] = requests(work, first.id)
    end_by_wish(acting(work, desk.intake), first)
    assert asked.state is RequestState.CANCELLED

    second = dossier_of(work, make_received(work, desk).code)
    [live] = requests(work, second.id)
    make_payment(work.session, live, state=PaymentState.PENDING)
    end_by_wish(acting(work, desk.intake), second)
    assert live.state is RequestState.OPEN  # money may be on its way
    work.session.exec(delete(Payment).where(col(Payment.request_id) == live.id))

    pay(work, live)

    refund = work.session.exec(select(Refund)).one()
    assert (refund.amount, refund.reason, refund.asked_by_name) == (
        FEE,
        "cancelled",
        "",
    )
    assert second.status is DossierStatus.WITHDRAWN


@pytest.fixture
def filing(work: Work) -> Filing:
    filing = make_filing(work.session)
    with_rule(work, filing, "now")
    return filing


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    return dataclasses.replace(work, actor=filing.citizen)


def close(mine: Work, filing: Filing) -> tuple[Dossier, PaymentRequest]:
    """Return a draft that was looked through and is to be paid."""
    draft = make_ready_draft(mine.session, filing)
    asked = pay_first(mine, draft.id, True, make_proof(mine))
    [request] = requests(mine, draft.id)
    assert asked.key == request.link_key
    return draft, request


def test_nothing_is_handed_in_before_it_is_paid(mine: Work, filing: Filing) -> None:
    draft = make_ready_draft(mine.session, filing)
    with pytest.raises(RuleViolation) as refusal:
        submit_dossier(mine, draft.id, True, make_proof(mine))
    assert refusal.value.problems == {"payment": "payment_first"}


def test_one_pays_for_nothing_that_could_not_be_filed(
    mine: Work, filing: Filing
) -> None:
    draft = make_ready_draft(mine.session, filing)
    with pytest.raises(RuleViolation) as refusal:
        pay_first(mine, draft.id, False, make_proof(mine))
    assert refusal.value.problems == {"pledge": "pledge_missing"}
    assert pay_first(mine, draft.id, True, NEVER).problems
    assert requests(mine, draft.id) == []
    assert draft.paying_since is None


def test_pressed_twice_one_request_is_shown(mine: Work, filing: Filing) -> None:
    draft, request = close(mine, filing)
    assert pay_first(mine, draft.id, False, NEVER).key == request.link_key
    assert len(requests(mine, draft.id)) == 1


def test_while_it_is_paid_for_nothing_of_the_draft_changes(
    mine: Work, filing: Filing
) -> None:
    draft, _ = close(mine, filing)
    with pytest.raises(DraftIsPaying):
        save_answer(mine, draft.id, "request", "Đổi ý rồi, xin giấy khác", mine.now)
    with pytest.raises(DraftIsPaying):
        discard_draft(mine, draft.id)
    files = mine.session.exec(
        select(StoredFile).where(StoredFile.subject_id == draft.id)
    )
    assert all(file.sealed_at for file in files)


def test_an_unpaid_draft_is_opened_again(mine: Work, filing: Filing) -> None:
    draft, request = close(mine, filing)

    reopen_draft(mine, draft.id)

    assert request.state is RequestState.CANCELLED
    save_answer(mine, draft.id, "request", "Đổi ý rồi, xin giấy khác", mine.now)
    again = pay_first(mine, draft.id, True, make_proof(mine))
    assert again.key != request.link_key


def test_a_paid_draft_is_not_opened_again(mine: Work, filing: Filing) -> None:
    draft, request = close(mine, filing)
    pay(mine, request)
    with pytest.raises(Conflict):
        reopen_draft(mine, draft.id)


def test_after_paying_one_press_hands_it_in(mine: Work, filing: Filing) -> None:
    draft, request = close(mine, filing)
    pay(mine, request)
    money = review(mine, draft.id).money
    assert money is not None
    assert (money.paid, money.file_by) == (FEE, mine.now + LAST_LOOK)

    done = submit_dossier(mine, draft.id, False, NEVER).submitted

    assert done is not None
    mine.session.refresh(request)
    assert request.dossier_code == done.code
    assert draft.file_by is None


def test_a_paid_draft_nobody_hands_in_files_itself_once(
    mine: Work, filing: Filing
) -> None:
    draft, request = close(mine, filing)
    pay(mine, request)
    query = text(
        "select args, scheduled_at from procrastinate_jobs where task_name = :t"
    )
    [job] = mine.session.execute(query, {"t": "dues.file_paid"}).all()
    assert job.args == {"dossier_id": str(draft.id)}
    assert job.scheduled_at == mine.now + LAST_LOOK
    system = dataclasses.replace(mine, actor=SYSTEM, now=mine.now + LAST_LOOK)

    file_paid(system, draft.id)
    code = draft.code
    file_paid(system, draft.id)

    assert draft.status is DossierStatus.SUBMITTED
    assert code
    assert draft.code == code
    assert len(told(mine, Subject.PAID_FILED)) == 1


def test_what_cannot_be_filed_any_more_is_opened_with_its_payment(
    mine: Work, filing: Filing
) -> None:
    draft, request = close(mine, filing)
    pay(mine, request)
    filing.procedure.is_filed_here = False
    mine.session.flush()
    system = dataclasses.replace(mine, actor=SYSTEM, now=mine.now + LAST_LOOK)

    file_paid(system, draft.id)

    assert draft.status is DossierStatus.DRAFT
    assert draft.paying_since is None
    [notice] = told(mine, Subject.PAID_NOT_FILED)
    assert notice.path == f"/nop-ho-so/{draft.id}/xac-nhan"
    filing.procedure.is_filed_here = True
    mine.session.flush()
    done = submit_dossier(mine, draft.id, False, NEVER).submitted
    assert done is not None  # what was paid still counts


def test_a_draft_somebody_began_to_pay_is_not_thrown_away(
    mine: Work, filing: Filing
) -> None:
    draft, request = close(mine, filing)
    make_payment(mine.session, request, state=PaymentState.FAILED)
    reopen_draft(mine, draft.id)
    with pytest.raises(Conflict):
        discard_draft(mine, draft.id)


def test_a_draft_nobody_began_to_pay_goes_with_its_request(
    mine: Work, filing: Filing
) -> None:
    draft, _ = close(mine, filing)
    reopen_draft(mine, draft.id)
    discard_draft(mine, draft.id)
    assert requests(mine, draft.id) == []
