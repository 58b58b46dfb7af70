"""What the holder of a link sees of a request (C18, C21)."""

import dataclasses
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlmodel import Session

from services.core.errors import NotFound
from services.payments.models import PaymentState
from services.payments.show_request import show_request
from services.payments.views import Standing
from services.work import Actor, Work
from tests.factories.dossiers import make_citizen
from tests.services.payments.paying import PAYER, make_bill, make_pending, open_till

PAID = (
    "update payment set state = 'paid'",
    "update payment_request set state = 'paid'",
)


def test_money_that_comes_between_two_statements_is_not_seen_by_half(
    scratch_engine: Engine, tmp_path: Path
) -> None:
    till = open_till(scratch_engine, tmp_path)
    with Session(scratch_engine) as session, session.begin():
        make_pending(session, till.request())
    waiting = list(PAID)

    def money_comes(_: Connection, __: object, statement: str, *___: object) -> None:
        if waiting and "FROM payment" in statement:
            moves, waiting[:] = list(waiting), []
            with scratch_engine.begin() as other:
                for move in moves:
                    other.execute(text(move))

    event.listen(scratch_engine, "after_cursor_execute", money_comes)
    with till.work() as work:
        seen = show_request(work, till.key)
    event.remove(scratch_engine, "after_cursor_execute", money_comes)
    assert waiting == []
    attempts = [one.state for one in seen.payments]
    assert (seen.standing, attempts) == (Standing.PAYING, [PaymentState.PENDING])
    with till.work() as work:
        assert show_request(work, till.key).standing is Standing.PAID


def test_a_link_of_nothing_opens_nothing(work: Work) -> None:
    for key in ("x" * 22, "../..", "", "é"):
        with pytest.raises(NotFound):
            show_request(work, key)


def test_who_filed_for_somebody_else_reads_no_payer_of_theirs(work: Work) -> None:
    filer, owner = make_citizen(work.session), make_citizen(work.session)
    request = make_bill(
        work.session,
        account_id=filer.id,
        principal_id=owner.id,
        dossier_code="H55.1.100-261123-0001",
    )
    seen = {
        who.id: show_request(
            dataclasses.replace(work, actor=Actor(account_id=who.id)), request.link_key
        )
        for who in (filer, owner)
    }
    assert (seen[filer.id].is_owner, seen[filer.id].payer.name) == (False, "")
    assert seen[owner.id].is_owner
    assert seen[owner.id].payer.name == PAYER["name"]
