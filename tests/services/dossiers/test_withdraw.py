"""A dossier is withdrawn at once before reception, later by the office's word."""

import dataclasses
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from services.accounts.confirm_code_request import confirm_code_request
from services.accounts.models import Account, CodePurpose
from services.core.errors import (
    Conflict,
    NotFound,
    ProofNeeded,
    RuleViolation,
    ServiceError,
)
from services.dossiers.ask_withdrawal_code import ask_withdrawal_code
from services.dossiers.models import (
    Dossier,
    DossierStatus,
    TimelineEntry,
    WithdrawalState,
)
from services.dossiers.rules import NEXT
from services.dossiers.show_withdrawal import show_withdrawal
from services.dossiers.withdraw import withdraw_dossier
from services.messages.office_summary import office_summary
from services.notifications.models import Notification, Subject
from services.processing.decide_withdrawal import decide_withdrawal
from services.processing.receive import receive
from services.processing.save_verdict import save_verdict
from services.work import Actor, Work
from tests.conftest import make_work
from tests.factories.dossiers import make_citizen
from tests.factories.processing import (
    Desk,
    acting,
    dossier_of,
    make_desk,
    make_form,
    make_new,
    make_ready,
    make_received,
)
from tests.services.profiles.people import learn_code

S = DossierStatus
WHY = "Tôi không xây nhà nữa"


@pytest.fixture
def desk(work: Work) -> Desk:
    return make_desk(work.session)


def proved(work: Work, desk: Desk) -> Work:
    actor = dataclasses.replace(desk.filing.citizen, proved_at=work.now)
    return acting(work, actor)


def test_before_reception_it_is_withdrawn_at_once(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)

    done = withdraw_dossier(proved(work, desk), code, WHY)

    assert done.is_done
    dossier = dossier_of(work, code)
    assert dossier.status is S.WITHDRAWN
    events = select(TimelineEntry.event).where(TimelineEntry.dossier_id == dossier.id)
    assert "withdrawn" in work.session.exec(events).all()
    told = select(Notification).where(Notification.subject == Subject.WITHDRAWN)
    assert len(work.session.exec(told).all()) == 1


def test_pressed_twice_it_is_withdrawn_once(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)

    first = withdraw_dossier(proved(work, desk), code, WHY)

    assert withdraw_dossier(proved(work, desk), code, WHY) == first


def test_a_received_dossier_is_only_asked_for(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code

    for _ in range(2):
        assert not withdraw_dossier(proved(work, desk), code, WHY).is_done

    assert dossier_of(work, code).status is S.PROCESSING
    wish = office_summary(acting(work, desk.handler), code).wish
    assert wish is not None
    assert wish.reason == WHY


def test_the_office_lets_it_go(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    withdraw_dossier(proved(work, desk), code, WHY)

    for _ in range(2):
        assert decide_withdrawal(acting(work, desk.handler), code, True)

    assert dossier_of(work, code).status is S.WITHDRAWN


def test_the_office_keeps_it_and_says_why(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    withdraw_dossier(proved(work, desk), code, WHY)
    at_desk = acting(work, desk.handler)

    with pytest.raises(RuleViolation):
        decide_withdrawal(at_desk, code, False, "")
    assert not decide_withdrawal(at_desk, code, False, "Đã ký giấy phép")

    shown = show_withdrawal(proved(work, desk), code)
    assert shown.state is WithdrawalState.DECLINED
    assert shown.decision_reason == "Đã ký giấy phép"
    assert dossier_of(work, code).status is S.PROCESSING
    assert not withdraw_dossier(proved(work, desk), code, "Xin rút lần nữa").is_done


def test_it_needs_a_code_or_a_fresh_proof(work: Work, desk: Desk) -> None:
    code = make_new(work, desk)

    with pytest.raises(ProofNeeded):
        withdraw_dossier(acting(work, desk.filing.citizen), code, WHY)

    assert dossier_of(work, code).status is S.SUBMITTED


def test_a_code_from_the_phone_is_good_for_this_dossier_alone(
    work: Work, desk: Desk
) -> None:
    account = work.session.get_one(Account, desk.filing.account.id)
    account.phone = "0900000177"
    work.session.add(account)
    code, other = make_new(work, desk), make_new(work, desk)
    mine = acting(work, desk.filing.citizen)
    ask_withdrawal_code(mine, code)
    progress = show_withdrawal(mine, code).request
    assert progress is not None
    digits = learn_code(mine, CodePurpose.WITHDRAW)
    confirm_code_request(mine, CodePurpose.WITHDRAW, progress.request_id, digits)

    with pytest.raises(NotFound):
        withdraw_dossier(mine, other, WHY, progress.request_id)

    assert withdraw_dossier(mine, code, WHY, progress.request_id).is_done


def test_the_reason_is_asked_for(work: Work, desk: Desk) -> None:
    with pytest.raises(RuleViolation) as refused:
        withdraw_dossier(proved(work, desk), make_new(work, desk), " ")

    assert set(refused.value.problems) == {"reason"}


@pytest.mark.parametrize("status", sorted(set(S) - {S.DRAFT, S.WITHDRAWN}))
def test_only_what_still_runs_can_be_withdrawn(
    work: Work, desk: Desk, status: DossierStatus
) -> None:
    code = make_new(work, desk)
    dossier = dossier_of(work, code)
    dossier.status = status
    work.session.add(dossier)
    work.session.flush()

    if S.WITHDRAWN in NEXT[status]:
        assert withdraw_dossier(proved(work, desk), code, WHY)
    else:
        with pytest.raises(Conflict):
            withdraw_dossier(proved(work, desk), code, WHY)


def test_a_ready_result_is_not_withdrawn_any_more(work: Work, desk: Desk) -> None:
    code = make_ready(work, desk)

    assert not show_withdrawal(proved(work, desk), code).is_possible
    with pytest.raises(Conflict):
        withdraw_dossier(proved(work, desk), code, WHY)


def test_strangers_and_other_units_find_nothing(work: Work, desk: Desk) -> None:
    code = make_received(work, desk).code
    withdraw_dossier(proved(work, desk), code, WHY)
    stranger = acting(work, Actor(account_id=make_citizen(work.session).id))
    elsewhere = acting(work, make_desk(work.session).intake)

    with pytest.raises(NotFound):
        withdraw_dossier(stranger, code, WHY)
    with pytest.raises(NotFound):
        decide_withdrawal(elsewhere, code, True)
    with pytest.raises(NotFound):
        office_summary(elsewhere, code)


class Race:
    """A person withdraws while an officer receives, in two real transactions."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine, self.folder = engine, folder
        self.said: dict[str, str] = {}
        self.held = threading.Event()
        with Session(engine, expire_on_commit=False) as session:
            work = make_work(session, folder)
            self.desk = make_desk(session)
            self.code = make_new(work, self.desk)
            save_verdict(acting(work, self.desk.intake), self.code, "G01", True)
            session.commit()

    def act(self, name: str, is_first: bool) -> None:
        """Act, and hold the lock a while when first."""
        with Session(self.engine) as session:
            work = make_work(session, self.folder)
            try:
                if name == "citizen":
                    withdraw_dossier(proved(work, self.desk), self.code, WHY)
                else:
                    at_desk = acting(work, self.desk.intake)
                    receive(at_desk, self.code, make_form(), "r")
                self.said[name] = "done"
            except ServiceError as refusal:
                self.said[name] = type(refusal).__name__
            if is_first:
                self.held.set()
                threading.Event().wait(0.3)  # the other one waits at the lock
            session.commit()

    def run(self, first: str, second: str) -> DossierStatus:
        """Let the second come while the first holds the dossier."""
        leading = threading.Thread(target=self.act, args=(first, True))
        following = threading.Thread(target=self.act, args=(second, False))
        leading.start()
        assert self.held.wait(20)
        following.start()
        leading.join(20)
        following.join(20)
        with Session(self.engine) as session:
            query = select(Dossier.status).where(Dossier.code == self.code)
            return DossierStatus(session.exec(query).one())


def test_a_dossier_withdrawn_first_is_not_received(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    race = Race(scratch_engine, tmp_path)

    assert race.run("citizen", "officer") is S.WITHDRAWN

    assert race.said == {"citizen": "done", "officer": "Conflict"}


def test_a_dossier_received_first_is_only_asked_back(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    race = Race(scratch_engine, tmp_path)

    assert race.run("officer", "citizen") is S.PROCESSING

    assert race.said == {"citizen": "done", "officer": "done"}
