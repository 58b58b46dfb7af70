"""The invented people of the demonstration, and the sweeping of spent rows."""

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pyotp
import pytest
from sqlmodel import select

from services.accounts.bind_tab import bind_tab
from services.accounts.check_password import SignInAttempt, SignInOutcome
from services.accounts.confirm_second_factor import confirm_second_factor
from services.accounts.demonstration import demonstration_people, seed_demonstration
from services.accounts.models import (
    Account,
    AccountKind,
    OneTimeCode,
    PictureCode,
    Registration,
    TabBinding,
)
from services.accounts.passwords import OFFICER_LENGTH
from services.accounts.sign_in import sign_in
from services.accounts.sign_in_officer import sign_in_officer
from services.accounts.sweep_expired import sweep_expired
from services.core.errors import Forbidden
from services.procedures.models import Agency, AgencyLevel
from services.settings import settings
from services.work import Role, Work
from tests.factories.accounts import (
    make_code,
    make_proof,
    make_registration,
    visiting,
)
from tests.factories.environment import SYSTEMS_IN_PRODUCTION


@pytest.fixture
def agencies(work: Work) -> dict[str, UUID]:
    """A home and another agency."""
    rows = {
        name: Agency(code=code, name=name, level=AgencyLevel.COMMUNE)
        for name, code in (("home", "H99.1"), ("other", "H99.2"))
    }
    work.session.add_all(rows.values())
    work.session.flush()
    return {name: row.id for name, row in rows.items()}


def test_seeding_twice_changes_nothing(work: Work, agencies: dict[str, UUID]) -> None:
    seed_demonstration(work, agencies)
    before = [row.model_dump() for row in work.session.exec(select(Account))]
    seed_demonstration(work, agencies)
    work.session.expire_all()
    after = [row.model_dump() for row in work.session.exec(select(Account))]
    assert before == after
    assert len(after) == 11


def test_every_role_has_somebody(work: Work, agencies: dict[str, UUID]) -> None:
    people = seed_demonstration(work, agencies)
    at_home = {role for one in people if one.agency == "home" for role in one.roles}
    assert at_home == {Role.INTAKE, Role.PROCESSING, Role.APPROVER}
    alone = [one for one in people if Role.ADMINISTRATOR in one.roles]
    assert len(alone) == 2  # four eyes need two
    assert any(Role.AUDITOR in one.roles for one in people)
    assert any(one.agency == "other" for one in people)
    assert any(Role.ADMINISTRATOR in one.roles for one in people)
    assert sum(one.kind is AccountKind.CITIZEN for one in people) == 2


def test_everybody_can_sign_in_with_what_is_printed(
    work: Work, agencies: dict[str, UUID]
) -> None:
    people = seed_demonstration(work, agencies)
    work = visiting(work)
    for one in people:
        attempt = SignInAttempt(one.sign_in, one.password)
        if one.kind is AccountKind.CITIZEN:
            result = sign_in(work, attempt)
        else:
            pending = sign_in_officer(work, attempt)
            code = pyotp.TOTP(one.totp_secret).at(work.now)
            result = confirm_second_factor(work, pending.token, code)
            assert len(one.password) >= OFFICER_LENGTH
        assert result.outcome is SignInOutcome.SIGNED_IN


def test_what_opens_the_accounts_follows_from_the_secret() -> None:
    here, there = demonstration_people(b"one"), demonstration_people(b"two")
    assert demonstration_people(b"one") == here
    assert not {one.password for one in here} & {one.password for one in there}
    assert len({one.password for one in here}) == len(here)


@pytest.fixture
def in_production(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The environment of a portal that serves people."""
    own = "a value of their own, long enough to be a secret"
    for name, value in {
        "DVC_PRODUCTION": "1",
        "DVC_SECRET": own,
        "DVC_DATABASE_URL": "postgresql://database.example/dvc",
        "DVC_STORAGE_URL": "s3://files",
        "DVC_PUBLIC_URL": "https://dichvucong.example",
        **SYSTEMS_IN_PRODUCTION,
    }.items():
        monkeypatch.setenv(name, value)
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.usefixtures("in_production")
def test_production_gets_no_invented_people(
    work: Work, agencies: dict[str, UUID]
) -> None:
    with pytest.raises(Forbidden, match="demonstration"):
        seed_demonstration(work, agencies)
    assert work.session.exec(select(Account)).all() == []


def test_only_the_system_seeds_and_sweeps(
    work: Work, agencies: dict[str, UUID]
) -> None:
    with pytest.raises(Forbidden):
        seed_demonstration(visiting(work), agencies)
    with pytest.raises(Forbidden):
        sweep_expired(visiting(work))


def test_what_is_spent_is_swept_and_what_lives_stays(work: Work) -> None:
    browser = visiting(work)
    abandoned = make_registration(work.session)
    make_code(work, abandoned, "123456")
    finished = make_registration(work.session, finished_at=work.now)
    make_proof(browser)
    bind_tab(work, "tab", f"{browser.actor.browser}.0")
    assert sweep_expired(work) == 0
    in_a_while = dataclasses.replace(work, now=work.now + timedelta(days=3))
    sweep_expired(in_a_while)
    work.session.expire_all()
    left = work.session.exec(select(Registration.id)).all()
    assert left == [finished.id]
    for table in (OneTimeCode, PictureCode, TabBinding):
        assert work.session.exec(select(table)).all() == []
