"""Decisions: where they are open, who must agree, and what follows of them."""

import dataclasses
from datetime import timedelta

import pytest
from sqlmodel import select

from services.core.errors import Conflict, Forbidden, NotFound, RuleViolation
from services.decisions.decide import approve, decline
from services.decisions.gone import gone_to
from services.decisions.models import Decision, DecisionKind, DecisionState
from services.decisions.open_decisions import open_decisions, reason_texts
from services.decisions.propose import propose
from services.decisions.rules import OPEN_IN
from services.decisions.told import told_by_code, told_to_people
from services.decisions.waiting import waiting_for_leader
from services.dossiers.models import DossierStatus
from services.notifications.models import Notification, Subject
from services.payments.models import PaymentState, RequestState
from services.payments.settlement_models import Refund
from services.processing.models import ComponentVerdict
from services.processing.queries import steps_of
from services.processing.rules import current_step
from services.processing.save_verdict import save_verdict
from services.slips.models import Slip, SlipKind
from services.slips.slips_of import slips_of
from services.templates.models import TemplateKind, TemplateState, TextTemplate
from services.work import Role, Work
from tests.factories.decisions import (
    GROUND,
    make_agreed,
    make_decision_form,
    make_proposed,
    make_refused,
    make_taken,
)
from tests.factories.payments import make_payment, make_payment_request
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_account_officer,
    make_desk,
    make_new,
)

K, S = DecisionKind, DossierStatus
LED = [K.SUSPEND, K.EXTEND, K.STOP]


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


@pytest.fixture
def right_unit(work: Work) -> Desk:
    return make_desk(work.session)


def told(work: Work, subject: Subject) -> list[Notification]:
    query = select(Notification).where(Notification.subject == subject)
    return list(work.session.exec(query))


def refusal_in(status: DossierStatus) -> str:
    return "not_accepted" if status is S.SUBMITTED else "not_eligible"


@pytest.mark.parametrize("kind", list(K))
@pytest.mark.parametrize("status", [s for s in S if s is not S.DRAFT])
def test_every_decision_in_every_status_is_open_or_refused_in_words(
    work: Work, desk: Desk, right_unit: Desk, status: DossierStatus, kind: DecisionKind
) -> None:
    code = make_taken(work, desk)
    dossier = dossier_of(work, code)
    dossier.status, dossier.supplement_by = status, work.now
    if kind is K.RESUME:
        dossier.suspended_since = work.now
    if kind is K.APOLOGISE:
        dossier.due_at, dossier.finished_at = work.now - timedelta(hours=1), work.now
    work.session.add(dossier)
    roles = frozenset({Role.INTAKE, Role.PROCESSING, Role.APPROVER})
    officer = dataclasses.replace(desk.handler, roles=roles)
    later = dataclasses.replace(work, now=work.now.replace(hour=work.now.hour + 1))
    form = make_decision_form(
        work, code, kind, refusal=refusal_in(status), unit=right_unit.filing.agency.code
    )

    if status in OPEN_IN[kind]:
        assert propose(acting(later, officer), code, form, "press").kind is kind
    else:
        with pytest.raises(Conflict, match=f"^{kind}_not_now$"):
            propose(acting(later, officer), code, form, "press")


def test_intake_refuses_alone_before_reception(work: Work, desk: Desk) -> None:
    code = make_refused(work, desk)

    dossier = dossier_of(work, code)
    assert dossier.status is S.REFUSED
    assert dossier.ended_at == work.now
    [slip] = slips_of(work.session, dossier.id)
    assert (slip.kind, slip.number) == (SlipKind.REFUSAL, 1)
    assert slip.facts["act"]["reason"] == GROUND
    assert len(told(work, Subject.REFUSED)) == 1


def test_a_refusal_needs_its_article_and_what_the_person_may_do(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    bare = {"ground": "", "legal_basis": "", "what_next": "", "refusal": "none"}

    with pytest.raises(RuleViolation) as refused:
        make_proposed(work, code, desk.intake, K.REFUSE, **bare)

    assert set(refused.value.problems) == set(bare)


def test_a_refusal_in_process_waits_for_the_leader(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)

    asked = make_proposed(work, code, desk.handler, K.REFUSE, refusal="not_eligible")

    assert asked.state is DecisionState.PROPOSED
    assert dossier_of(work, code).status is S.PROCESSING
    [waiting] = waiting_for_leader(acting(work, desk.approver))
    assert (waiting.code, waiting.ground) == (code, GROUND)
    version = dossier_of(work, code).version
    boss = acting(work, desk.approver)
    assert approve(boss, code, asked.decision_id, version).kind is K.REFUSE
    assert dossier_of(work, code).status is S.REFUSED
    assert waiting_for_leader(boss) == ()


@pytest.mark.parametrize("kind", LED)
def test_nobody_agrees_to_a_proposal_of_their_own(
    work: Work, desk: Desk, kind: DecisionKind
) -> None:
    code = make_taken(work, desk)
    both = dataclasses.replace(
        desk.handler, roles=frozenset({Role.PROCESSING, Role.APPROVER})
    )
    asked = make_proposed(work, code, both, kind)
    version = dossier_of(work, code).version

    with pytest.raises(Forbidden, match="four_eyes"):
        approve(acting(work, both), code, asked.decision_id, version)
    with pytest.raises(Forbidden, match="four_eyes"):
        decline(acting(work, both), code, asked.decision_id, "Không cần nữa")
    with pytest.raises(Forbidden, match="role"):
        approve(acting(work, desk.intake), code, asked.decision_id, version)


def test_pressed_twice_it_is_proposed_and_carried_out_once(
    work: Work, desk: Desk
) -> None:
    code = make_new(work, desk)
    form = make_decision_form(work, code, K.REFUSE, refusal="not_accepted")

    first = propose(acting(work, desk.intake), code, form, "same")
    again = propose(acting(work, desk.intake), code, form, "same")

    assert first == again
    assert len(work.session.exec(select(Decision)).all()) == 1
    assert len(work.session.exec(select(Slip)).all()) == 1
    assert len(told(work, Subject.REFUSED)) == 1


def test_agreed_to_twice_it_takes_effect_once(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    done = make_agreed(work, code, desk, K.EXTEND)

    again = approve(acting(work, desk.approver), code, done.decision_id, 0)

    assert again == done
    assert len(work.session.exec(select(Slip)).all()) == 1


def test_one_decision_waits_at_a_time(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    make_proposed(work, code, desk.handler, K.SUSPEND)

    with pytest.raises(Conflict, match="decision_waiting"):
        make_proposed(work, code, desk.handler, K.STOP)


def test_an_older_view_of_the_dossier_decides_nothing(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    with pytest.raises(Conflict, match="changed_since"):
        make_proposed(work, code, desk.handler, K.SUSPEND, version=1)
    asked = make_proposed(work, code, desk.handler, K.SUSPEND)
    with pytest.raises(Conflict, match="changed_since"):
        approve(acting(work, desk.approver), code, asked.decision_id, 1)


def test_what_was_declined_says_why_and_may_not_be_agreed_to(
    work: Work, desk: Desk
) -> None:
    code = make_taken(work, desk)
    asked = make_proposed(work, code, desk.handler, K.STOP)
    boss = acting(work, desk.approver)

    with pytest.raises(RuleViolation) as refused:
        decline(boss, code, asked.decision_id, "")
    decline(boss, code, asked.decision_id, "Chờ thêm hai ngày")

    assert refused.value.problems.keys() == {"declined_reason"}
    [row] = open_decisions(boss, code).rows
    assert row.declined_reason == "Chờ thêm hai ngày"
    assert dossier_of(work, code).status is S.PROCESSING
    version = dossier_of(work, code).version
    with pytest.raises(Conflict, match="decision_decided"):
        approve(boss, code, asked.decision_id, version)


def test_only_who_holds_the_step_or_leads_proposes(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    colleague = make_account_officer(
        work.session, desk.filing.agency.id, Role.PROCESSING
    )

    with pytest.raises(Conflict, match="not_holder"):
        make_proposed(work, code, colleague, K.STOP)
    with pytest.raises(Forbidden, match="role"):
        make_proposed(work, code, desk.intake, K.STOP)
    assert make_proposed(work, code, desk.approver, K.EXTEND)


def test_what_was_paid_is_asked_back_once(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    at_desk = acting(work, desk.intake)
    assert not open_decisions(at_desk, code).has_paid  # no refund is offered
    request = make_payment_request(
        work.session,
        desk.filing,
        dossier_id=dossier_of(work, code).id,
        state=RequestState.PAID,
    )
    payment = make_payment(
        work.session, request, state=PaymentState.PAID, amount_received=75_000
    )
    assert open_decisions(at_desk, code).has_paid
    form = make_decision_form(work, code, K.REFUSE, refusal="not_accepted")

    for _ in range(2):
        propose(at_desk, code, form, "same")

    [refund] = work.session.exec(select(Refund)).all()
    assert (refund.payment_id, refund.amount) == (payment.id, 75_000)
    [shown] = told_to_people(acting(work, desk.filing.citizen), code)
    assert shown.gives_back


def test_a_stranger_and_another_unit_decide_and_read_nothing(
    work: Work, desk: Desk, right_unit: Desk
) -> None:
    code = make_taken(work, desk)
    asked = make_proposed(work, code, desk.handler, K.STOP)
    version = dossier_of(work, code).version

    for leader in (right_unit.approver, right_unit.handler):
        with pytest.raises(NotFound):
            open_decisions(acting(work, leader), code)
    with pytest.raises(NotFound):
        approve(acting(work, right_unit.approver), code, asked.decision_id, version)
    with pytest.raises(NotFound):
        told_to_people(acting(work, right_unit.filing.citizen), code)
    assert waiting_for_leader(acting(work, right_unit.approver)) == ()


def test_a_transfer_moves_the_scope_and_leaves_a_line(
    work: Work, desk: Desk, right_unit: Desk
) -> None:
    code = make_new(work, desk)
    save_verdict(acting(work, desk.intake), code, "G01", True)
    unit = right_unit.filing.agency
    before = dossier_of(work, code).receive_by

    form = make_decision_form(work, code, K.TRANSFER, unit=unit.code)
    sent = propose(acting(work, desk.intake), code, form, "go")

    assert propose(acting(work, desk.intake), code, form, "go") == sent
    with pytest.raises(NotFound):
        open_decisions(acting(work, desk.intake), code)
    assert open_decisions(acting(work, right_unit.intake), code).head.code == code
    gone = gone_to(acting(work, desk.intake), code)
    assert gone is not None
    assert gone.unit == unit.name
    assert gone_to(acting(work, right_unit.intake), code) is None
    dossier = dossier_of(work, code)
    assert dossier.code == code
    assert dossier.status is S.SUBMITTED
    assert before is not None
    assert dossier.receive_by is not None
    assert dossier.receive_by >= before
    assert len(work.session.exec(select(ComponentVerdict)).all()) == 1
    [shown] = told_by_code(work, code)
    assert (shown.kind, shown.unit, shown.ground) == (K.TRANSFER, unit.name, "")
    assert len(told(work, Subject.TRANSFERRED)) == 1


def test_a_transfer_goes_to_another_unit_with_a_desk(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)
    for unit in ("", "H00.99", desk.filing.agency.code):
        with pytest.raises(RuleViolation) as refused:
            make_proposed(work, code, desk.intake, K.TRANSFER, unit=unit)
        assert refused.value.problems == {"unit": "decision_unit"}


def test_a_dossier_is_extended_once_and_later(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    promised = dossier_of(work, code).due_at
    with pytest.raises(RuleViolation) as refused:
        make_proposed(work, code, desk.handler, K.EXTEND, new_due="23/11/2026")
    assert refused.value.problems["new_due"] == "decision_new_due"

    make_agreed(work, code, desk, K.EXTEND)

    dossier = dossier_of(work, code)
    assert promised is not None
    assert dossier.due_at is not None
    assert dossier.due_at > promised
    assert dossier.due_reasons[-2]["kind"] == "extended"
    assert [s.kind for s in slips_of(work.session, dossier.id)] == [SlipKind.EXTENSION]
    assert len(told(work, Subject.EXTENDED)) == 1
    with pytest.raises(Conflict, match="extended_already"):
        make_proposed(work, code, desk.handler, K.EXTEND, new_due="31/12/2026")


def test_an_apology_less_than_a_day_before_says_why_it_comes_late(
    work: Work, desk: Desk
) -> None:
    code = make_taken(work, desk)
    due_at = dossier_of(work, code).due_at
    assert due_at is not None
    late = dataclasses.replace(work, now=due_at)

    with pytest.raises(RuleViolation) as refused:
        make_proposed(late, code, desk.handler, K.EXTEND)
    assert refused.value.problems == {"why_late": "decision_why_late"}
    assert make_proposed(
        late, code, desk.handler, K.EXTEND, why_late="Hệ thống ngừng một ngày"
    )


@pytest.mark.parametrize("hours", [0, 1, 5, 24, 72, 400])
def test_suspension_and_extension_never_make_the_promise_earlier(
    work: Work, desk: Desk, hours: float
) -> None:
    code = make_taken(work, desk)
    first = dossier_of(work, code).due_at
    make_agreed(work, code, desk, K.SUSPEND)
    assert dossier_of(work, code).suspended_since == work.now
    later = acting(work, desk.handler, hours)

    make_agreed(later, code, desk, K.RESUME)

    second = dossier_of(work, code).due_at
    assert first is not None
    assert second is not None
    assert second >= first
    assert dossier_of(work, code).suspended_since is None
    if hours < 100:
        make_agreed(later, code, desk, K.EXTEND, why_late="Chờ cơ quan khác trả lời")
        third = dossier_of(work, code).due_at
        assert third is not None
        assert third >= second


def test_a_supplement_that_may_still_come_is_not_stopped(
    work: Work, desk: Desk
) -> None:
    code = make_taken(work, desk)
    dossier = dossier_of(work, code)
    dossier.status = S.SUPPLEMENT
    dossier.supplement_by = work.now.replace(year=2027)
    work.session.add(dossier)

    with pytest.raises(Conflict, match="supplement_running"):
        make_proposed(work, code, desk.handler, K.STOP)
    dossier.supplement_by = work.now.replace(year=2025)
    assert open_decisions(acting(work, desk.handler), code).is_supplement_past
    make_agreed(work, code, desk, K.STOP)
    assert dossier_of(work, code).status is S.STOPPED
    assert len(told(work, Subject.STOPPED)) == 1


def test_the_person_reads_why_and_gets_the_slip(work: Work, desk: Desk) -> None:
    code = make_refused(work, desk)

    [shown] = told_to_people(acting(work, desk.filing.citizen), code)

    assert (shown.kind, shown.refusal, shown.ground) == (
        K.REFUSE,
        "not_accepted",
        GROUND,
    )
    assert shown.slip_key


@pytest.mark.parametrize("kind", LED)
def test_a_step_may_forbid_what_the_process_does_not_let_be_done_there(
    work: Work, desk: Desk, kind: DecisionKind
) -> None:
    code = make_taken(work, desk)
    step = current_step(steps_of(work.session, dossier_of(work, code).id))
    assert step is not None
    step.terms = {f"may_{kind}": False}
    work.session.add(step)

    with pytest.raises(Conflict, match=r"^step_forbids$"):
        make_proposed(work, code, desk.handler, kind)

    view = open_decisions(acting(work, desk.handler), code)
    assert view.why_not[kind] == "step_forbids"
    assert set(LED) - {kind} <= view.open_kinds


def test_a_reason_names_the_dossier_it_is_for(work: Work, desk: Desk) -> None:
    code = make_taken(work, desk)
    text = TextTemplate(
        kind=TemplateKind.STOP,
        key="named",
        state=TemplateState.PUBLISHED,
        title="Có tên",
        body="Hồ sơ {code} đã quá hạn, gọi {hotline}",
        valid_from=work.now.date(),
        written_at=work.now,
    )
    work.session.add(text)

    [reason] = reason_texts(acting(work, desk.handler), code, K.STOP)

    assert reason.body == f"Hồ sơ {code} đã quá hạn, gọi {work.province.hotline}"
