"""The switch of a bank: an administrator's, felt at the next page."""

import dataclasses

import pytest
from sqlmodel import select

from services.audit.models import AuditEntry
from services.core.errors import Forbidden, NotFound
from services.payments.list_providers import list_providers
from services.payments.switch_provider import list_switches, switch_provider
from services.work import Role, Work
from tests.factories.processing import make_account_officer
from tests.services.payments.paying import BANK, make_bill


@pytest.fixture
def chief(work: Work) -> Work:
    actor = make_account_officer(work.session, None, Role.ADMINISTRATOR)
    return dataclasses.replace(work, actor=actor)


def test_what_is_switched_off_is_offered_no_more_and_comes_back(
    work: Work, chief: Work
) -> None:
    key = make_bill(work.session).link_key
    assert [one.code for one in list_providers(work, key)] == [BANK]

    switch_provider(chief, BANK, False)
    switch_provider(chief, BANK, False)

    assert list_providers(work, key) == ()
    assert [one.is_on for one in list_switches(chief)] == [False]
    switch_provider(chief, BANK, True)
    assert [one.code for one in list_providers(work, key)] == [BANK]
    acts = work.session.exec(
        select(AuditEntry).where(AuditEntry.act == "provider.switched")
    )
    assert len(acts.all()) == 2


def test_only_an_administrator_switches(work: Work) -> None:
    make_bill(work.session)
    for role in (Role.INTAKE, Role.APPROVER, Role.AUDITOR):
        actor = make_account_officer(work.session, None, role)
        with pytest.raises(Forbidden):
            switch_provider(dataclasses.replace(work, actor=actor), BANK, False)


def test_an_unknown_one_is_not_there(chief: Work) -> None:
    with pytest.raises(NotFound):
        switch_provider(chief, "nowhere", True)
