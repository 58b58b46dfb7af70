"""Filing for somebody else, and who sees what was filed (R41, AZ-10)."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from services.accounts.models import Account, Party
from services.audit.models import AuditEntry
from services.core.errors import NotFound, RuleViolation
from services.delegations.faults import DelegationEnded
from services.delegations.models import Delegation, DelegationKind
from services.delegations.revoke_delegation import revoke_delegation
from services.dossiers.acknowledgement import acknowledgement
from services.dossiers.answers import Source
from services.dossiers.begin_upload import begin_upload
from services.dossiers.choose_agency import set_step
from services.dossiers.choose_principal import choose_principal
from services.dossiers.discard_draft import discard_draft
from services.dossiers.look_up import look_up
from services.dossiers.models import Dossier, DossierStatus, TimelineEntry
from services.dossiers.my_dossiers import DossierFilter, my_dossiers
from services.dossiers.open_draft import open_draft
from services.dossiers.open_file import open_file
from services.dossiers.review import review
from services.dossiers.rules import Problem, Step
from services.dossiers.save_answers import save_answer
from services.dossiers.show_dossier import show_dossier
from services.dossiers.submit import submit_dossier
from services.files.discard import discard
from services.files.models import StoredFile
from services.files.read_progress import read_progress
from services.work import Actor, Work
from tests.factories.delegations import filed_under, make_delegation
from tests.factories.dossiers import (
    Filing,
    make_citizen,
    make_draft,
    make_filing,
    make_proof,
    make_ready_draft,
    make_submitted,
)
from tests.factories.files import make_stored_file
from tests.factories.processing import dossier_of


@pytest.fixture
def filing(session: Session) -> Filing:
    """A procedure, and the citizen who files."""
    return make_filing(session)


@pytest.fixture
def father(session: Session) -> Account:
    """Somebody for whom the citizen files."""
    return make_citizen(
        session,
        full_name="Nguyễn Văn Thọ",
        citizen_id="999041000006",
        birth_date=date(1941, 2, 14),
        address="Số 12, tổ dân phố 5",
    )


@pytest.fixture
def mine(work: Work, filing: Filing) -> Work:
    """The citizen's own work."""
    return dataclasses.replace(work, actor=filing.citizen)


def of(work: Work, account: Account, days: int = 0) -> Work:
    """Return the work of this person, perhaps days later."""
    actor = Actor(account_id=account.id, name=account.full_name, browser="other")
    return dataclasses.replace(work, actor=actor, now=work.now + timedelta(days=days))


def end(work: Work, delegation: Delegation) -> None:
    """Revoke a delegation."""
    delegation.revoked_at = work.now
    work.session.add(delegation)
    work.session.flush()


def listed(work: Work) -> set[str]:
    """Return the codes in this person's list."""
    return {row.code for row in my_dossiers(work, DossierFilter()).rows}


def sees(work: Work, code: str, file_id: UUID) -> set[str]:
    """Return by which ways this person reaches the dossier."""
    ways: dict[str, Callable[[], object]] = {
        "list": lambda: code in listed(work),
        "page": lambda: show_dossier(work, code),
        "sheet": lambda: acknowledgement(work, code),
        "file": lambda: open_file(work, file_id),
        "look-up": lambda: look_up(work, code).is_own,
    }
    reached = set()
    for way, reach in ways.items():
        try:
            if reach():
                reached.add(way)
        except NotFound:
            continue
    return reached


EVERY_WAY = {"list", "page", "sheet", "file", "look-up"}


def filed(work: Work, filing: Filing, delegation: Delegation) -> tuple[str, UUID]:
    """Return a dossier handed in by that right, and a file of it."""
    code = make_submitted(work, filing, **filed_under(delegation)).code
    dossier_id = dossier_of(work, code).id
    file = make_stored_file(
        work.session,
        filing.account.id,
        dossier_id,
        delegation_id=delegation.id,
        sealed_at=work.now,
    )
    work.storage.put(file.key, b"bytes")
    return code, file.id


def test_the_owner_one_acts_for_is_not_asked_again(
    mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(mine.session, filing.account, father)
    draft = make_draft(mine.session, filing)
    save_answer(mine, draft.id, "applicant_name", "Người Nào Đó", mine.now)

    choose_principal(mine, draft.id, delegation.id)
    save_answer(mine, draft.id, "applicant_name", "Kẻ Khác", mine.now)
    view = open_draft(mine, draft.id)

    assert view.acting is not None
    assert view.acting.name == father.full_name
    shown = view.answers["applicant_name"]
    assert (shown.text, shown.source) == (father.full_name, Source.DELEGATION)
    assert view.answers["applicant_address"].text == father.address
    assert view.answers["same_person"].text == "no"
    assert view.answers["submitter_name"].text == "Nguyễn Thị Ánh Tuyết"


def test_a_child_s_address_is_asked(mine: Work, filing: Filing) -> None:
    delegation = make_delegation(mine.session, filing.account, None)
    draft = make_draft(mine.session, filing)

    choose_principal(mine, draft.id, delegation.id)
    save_answer(mine, draft.id, "applicant_address", "Tổ 5, Tích Lương", mine.now)
    view = open_draft(mine, draft.id)

    assert view.answers["applicant_name"].text == "Trần Gia Hân"
    assert view.answers["applicant_address"].text == "Tổ 5, Tích Lương"


def test_what_is_handed_in_says_who_acted_for_whom(
    mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(mine.session, filing.account, father)
    draft = make_ready_draft(mine.session, filing)
    choose_principal(mine, draft.id, delegation.id)

    submitted = submit_dossier(mine, draft.id, True, make_proof(mine)).submitted

    assert submitted is not None
    dossier = mine.session.get_one(Dossier, draft.id)
    assert dossier.principal_id == father.id
    assert dossier.applicant_name == father.full_name
    assert dossier.submitter_name == "Nguyễn Thị Ánh Tuyết"
    sent = show_dossier(mine, submitted.code).handed_in
    assert sent.acting is not None
    assert (sent.acting.number, sent.acting.kind) == (
        "999041000006",
        DelegationKind.RELATIVE,
    )
    query = select(TimelineEntry).where(TimelineEntry.dossier_id == draft.id)
    assert mine.session.exec(query).one().facts == {
        "acting_for": father.full_name,
        "acting_by": "relative",
    }
    sheet = acknowledgement(mine, submitted.code)
    assert (sheet.acting_for, sheet.acting_by) == (father.full_name, "relative")
    trail = select(AuditEntry.details).where(AuditEntry.act == "submit_dossier")
    assert mine.session.exec(trail).all() == [{"for_whom": "relative"}]


def test_nobody_files_by_a_right_of_somebody_else(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    other = make_citizen(work.session)
    theirs = make_delegation(work.session, other, father)
    draft = make_draft(work.session, filing)

    for number in (theirs.id, UUID(int=0)):
        with pytest.raises(DelegationEnded):
            choose_principal(mine, draft.id, number)

    assert mine.session.get_one(Dossier, draft.id).delegation_id is None


def test_the_principal_sees_what_was_handed_in_and_not_the_draft(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(work.session, filing.account, father)
    make_draft(work.session, filing, **filed_under(delegation))
    code, file_id = filed(work, filing, delegation)
    his = of(work, father)

    assert sees(his, code, file_id) == EVERY_WAY
    assert listed(his) == {code}
    [row] = my_dossiers(his, DossierFilter(by_others=True)).rows
    assert (row.is_filed_by_me, row.submitter_name) == (False, "Nguyễn Thị Ánh Tuyết")
    assert my_dossiers(his, DossierFilter()).by_others == 1
    assert not show_dossier(his, code).is_filed_by_me
    # He reads; the files stay those of who sent them.
    with pytest.raises(NotFound):
        discard(his, file_id)


@pytest.mark.parametrize("how", ["revoked", "expired"])
def test_a_former_delegate_sees_nothing_of_what_they_filed(
    work: Work, mine: Work, filing: Filing, father: Account, how: str
) -> None:
    delegation = make_delegation(work.session, filing.account, father)
    code, file_id = filed(work, filing, delegation)
    before = sees(mine, code, file_id)
    later = mine
    if how == "revoked":
        end(work, delegation)
    else:
        delegation.ends_on = date(2026, 11, 23)
        later = of(work, filing.account, days=1)

    assert before == EVERY_WAY
    assert sees(later, code, file_id) == set()
    for act in (read_progress, discard):
        with pytest.raises(NotFound):
            act(later, file_id)
    with pytest.raises(NotFound):
        open_draft(later, dossier_of(work, code).id)
    assert sees(of(work, father), code, file_id) == EVERY_WAY


def test_a_new_right_for_the_same_person_opens_the_old_dossiers_again(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    for principal in (father, None):
        old = make_delegation(work.session, filing.account, principal)
        code, file_id = filed(work, filing, old)
        end(work, old)
        assert sees(mine, code, file_id) == set()

        make_delegation(work.session, filing.account, principal)

        assert sees(mine, code, file_id) == EVERY_WAY


def test_a_right_for_one_person_opens_nothing_of_another(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    other = make_citizen(work.session)
    ended = make_delegation(work.session, filing.account, father)
    code, file_id = filed(work, filing, ended)
    end(work, ended)

    make_delegation(work.session, filing.account, other)
    make_delegation(work.session, filing.account, None)

    assert sees(mine, code, file_id) == set()


def test_a_delegate_sees_only_what_they_filed(
    work: Work, filing: Filing, father: Account
) -> None:
    delegate = make_citizen(work.session)
    make_delegation(work.session, delegate, filing.account)
    code = make_submitted(work, filing).code
    file = make_stored_file(work.session, filing.account.id, dossier_of(work, code).id)

    assert sees(of(work, delegate), code, file.id) == set()


def test_a_draft_of_an_ended_right_is_kept_but_cannot_go_on(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(work.session, filing.account, father)
    draft = make_draft(work.session, filing)
    choose_principal(mine, draft.id, delegation.id)
    upload = begin_upload(mine, draft.id, "G01", "giấy.pdf", 10)
    end(work, delegation)

    view = open_draft(mine, draft.id)

    assert not view.may_act
    assert father.address not in repr(view.answers)
    assert review(mine, draft.id).problems["principal"] == Problem.DELEGATION_ENDED
    acts = (
        lambda: save_answer(mine, draft.id, "request", "Việc khác hẳn", mine.now),
        lambda: set_step(mine, draft.id, Step.FEES),
        lambda: begin_upload(mine, draft.id, "G01", "giấy.pdf", 10),
        lambda: submit_dossier(mine, draft.id, True, make_proof(mine)),
    )
    for act in acts:
        with pytest.raises(DelegationEnded):
            act()
    with pytest.raises(NotFound):
        discard(mine, upload.id)
    assert work.session.get_one(Dossier, draft.id).status is DossierStatus.DRAFT


def test_a_draft_of_an_ended_right_can_be_filed_for_oneself_or_thrown_away(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(work.session, filing.account, father)
    kept = make_ready_draft(work.session, filing, **filed_under(delegation))
    thrown = make_draft(work.session, filing, **filed_under(delegation))
    end(work, delegation)

    choose_principal(mine, kept.id, None)
    discard_draft(mine, thrown.id)
    done = submit_dossier(mine, kept.id, True, make_proof(mine)).submitted

    assert done is not None
    dossier = work.session.get_one(Dossier, kept.id)
    assert (dossier.principal_id, dossier.applicant_name) == (
        None,
        "Nguyễn Thị Ánh Tuyết",
    )
    assert listed(of(work, father)) == set()


def test_files_go_along_when_the_owner_changes(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(work.session, filing.account, father)
    draft = make_ready_draft(work.session, filing)

    choose_principal(mine, draft.id, delegation.id)
    query = select(StoredFile.delegation_id).where(StoredFile.subject_id == draft.id)
    with_right = work.session.exec(query).one()
    choose_principal(mine, draft.id, None)

    assert with_right == delegation.id
    assert work.session.exec(query).one() is None


def test_what_was_typed_of_one_owner_never_stands_for_the_next(
    work: Work, mine: Work, filing: Filing, father: Account
) -> None:
    delegation = make_delegation(work.session, filing.account, None)
    draft = make_draft(work.session, filing)
    save_answer(mine, draft.id, "same_person", "no", mine.now)
    save_answer(mine, draft.id, "applicant_address", "Nhà của ai đó", mine.now)

    choose_principal(mine, draft.id, delegation.id)

    assert "Nhà của ai đó" not in repr(open_draft(mine, draft.id).answers)
    with pytest.raises(RuleViolation):
        save_answer(mine, draft.id, "principal_id", "x", mine.now)


@pytest.fixture
def company(session: Session) -> Account:
    """An enterprise with an account of its own."""
    return make_citizen(
        session,
        party=Party.ENTERPRISE,
        full_name="Công ty TNHH Chè Xanh",
        tax_code="9990000011",
    )


def join(work: Work, person: Account, company: Account, is_manager: bool) -> Delegation:
    """Let a person act for the company."""
    kind = DelegationKind.ORGANISATION
    return make_delegation(
        work.session, person, company, kind=kind, is_manager=is_manager
    )


def test_managers_see_all_of_an_organisation_and_members_what_they_filed(
    work: Work, mine: Work, filing: Filing, company: Account
) -> None:
    manager, member = make_citizen(work.session), make_citizen(work.session)
    code, file_id = filed(work, filing, join(work, filing.account, company, False))
    boss = join(work, manager, company, True)
    join(work, member, company, False)
    own = make_filing(work.session)
    by_itself = dataclasses.replace(own, account=company)
    of_itself = make_submitted(work, by_itself).code

    assert sees(of(work, company), code, file_id) == EVERY_WAY
    assert sees(of(work, manager), code, file_id) == EVERY_WAY
    assert listed(of(work, manager)) == {code, of_itself}
    assert sees(of(work, member), code, file_id) == set()
    assert listed(mine) == {code}

    revoke_delegation(of(work, company), boss.id)
    assert listed(of(work, manager)) == set()
