"""What a page asks of the database: few statements, however much there is (L-6)."""

import dataclasses
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, delete

from dvc_app import routes
from dvc_app.tables import admin, citizen, officer, public, systems
from services.accounts.keys import token_hash
from services.accounts.models import Account
from services.accounts.officer_models import OfficerPost
from services.accounts.open_session import Device, open_session
from services.audit.record import record
from services.core import clock
from services.core.clock import local_day
from services.payments.models import PaymentEvent, PaymentRequest, PaymentState
from services.procedures.models import CatalogueVersion
from services.procedures.version import renew_version
from services.work import Role
from tests.conftest import make_work
from tests.factories.delegations import make_delegation
from tests.factories.dossiers import make_citizen
from tests.factories.payments import make_payment
from tests.factories.processing import make_account_officer
from tests.walls.portal import Portal, new_cookie
from tests.walls.tab import Tab
from tests.walls.world import Things, World, build_world, sign_in

MOST = 12  # statements of one page, without who asks for each event
MORE = 12
LED = {routes.LEAD, routes.SIGNING}
SILENT = {routes.OFFICER_SIGN_IN}
PUBLIC = {page.route for page in public.PAGES} - {routes.NOT_FOUND}
PERSONAL = {
    page.route for table in (citizen, officer, systems, admin) for page in table.PAGES
}
Counts = dict[str, int]


def reader_of(route: str) -> str:
    """Return who reads this page."""
    if route in LED:
        return "leader"
    if route.startswith(routes.ADMIN_AREA):
        return "administrator"
    if route.startswith(routes.OFFICER_AREA):
        return "officer_same_unit"
    return "owner"


def statements_of(portal: Portal, cookie: str, route: str, things: Things) -> int:
    """Load a page; return how many statements its handlers sent."""
    key = {routes.SCREEN: things.office.screen_key}
    parts = things.parts_of(route) | {"key": key.get(route, things.later.cosign_key)}
    path = routes.fill(route, **parts)
    opened = Tab(portal, cookie)
    assert opened.open()
    before = len(portal.statements.read_text().split())
    opened.hydrate(path)
    opened.settle()
    opened.close()
    sent = portal.statements.read_text().split()[before:]
    return sum(handler != "-" for handler in sent)


def count_all(portal: Portal, world: World, pages: set[str]) -> Counts:
    """Return the price of these pages."""
    cookies = {
        reader: sign_in(portal, world, reader) for reader in map(reader_of, pages)
    }
    return {
        route: statements_of(portal, cookies[reader_of(route)], route, world.owners)
        for route in pages
    }


def add_more(portal: Portal, world: World) -> None:
    """Give everybody twelve of everything more."""
    with Session(portal.engine, expire_on_commit=False) as session, session.begin():
        work = make_work(session, portal.folder / "files", clock.now())
        owner = session.get_one(Account, world.accounts["owner"])
        staff = world.owners.staff
        days = {
            "starts_on": local_day(work.now),
            "ends_on": local_day(work.now) + timedelta(days=9),
        }
        people: tuple[UUID, ...] = (
            owner.id,
            world.accounts["officer_same_unit"],
            staff.officer_id,
        )
        for number in range(MORE):
            _owe_more(session, world, number)
            make_delegation(session, make_citizen(session), owner, **days)
            make_delegation(session, owner, make_citizen(session), **days)
            make_account_officer(session, staff.agency_id, Role.INTAKE)
            session.add(_lent(world))
            for person in people:
                visitor = dataclasses.replace(
                    work.actor, browser=token_hash(new_cookie())
                )
                here = dataclasses.replace(work, actor=visitor)
                account = session.get_one(Account, person)
                open_session(here, account, Device("Firefox, Linux"))
                acting = dataclasses.replace(
                    work.actor, account_id=person, agency_id=staff.agency_id
                )
                record(dataclasses.replace(work, actor=acting), "test.done", owner.id)


def _owe_more(session: Session, world: World, number: int) -> None:
    """Ask for one sum more, and try once more to pay the one there is."""
    known = session.get_one(PaymentRequest, world.owners.later.due_id)
    asked = known.model_dump(exclude={"id", "link_key", "invoice_number", "sequence"})
    later = {"sequence": number + 2, "link_key": uuid4().hex}
    invoice = str(int(known.invoice_number) + 10**6 + number)
    session.add(PaymentRequest(**asked | later, invoice_number=invoice))
    made = make_payment(session, known, state=PaymentState.FAILED, failure="funds")
    session.add(
        PaymentEvent(
            payment_id=made.id,
            at=clock.now(),
            before="pending",
            after=made.state,
            source="notice",
        )
    )


def _lent(world: World) -> OfficerPost:
    now, staff = clock.now(), world.owners.staff
    return OfficerPost(
        account_id=staff.officer_id,
        agency_id=staff.agency_id,
        roles=[str(Role.INTAKE)],
        lent_by_post_id=staff.post_id,
        starts_at=now - timedelta(days=1),
        ends_at=now + timedelta(days=9),
        granted_at=now,
        confirmed_at=now,
    )


@pytest.fixture(scope="module")
def little(portal: Portal) -> Iterator[tuple[World, Counts]]:
    """A world, and what every page costs in it once the catalogue is in memory."""
    world = build_world(portal)
    with Session(portal.engine) as session, session.begin():
        renew_version(session)
    statements_of(portal, new_cookie(), routes.PROCEDURES, world.owners)
    yield world, count_all(portal, world, PUBLIC | PERSONAL)
    with Session(portal.engine) as session, session.begin():
        session.execute(delete(CatalogueVersion))


def test_every_page_costs_few_statements(little: tuple[World, Counts]) -> None:
    costly = {route: count for route, count in little[1].items() if count > MOST}
    assert costly == {}


def test_every_page_of_somebody_s_own_asks_for_it(
    little: tuple[World, Counts],
) -> None:
    silent = {route for route in PERSONAL if not little[1][route]}
    assert silent <= SILENT


def test_twelve_of_everything_more_cost_no_statement_more(
    portal: Portal, little: tuple[World, Counts]
) -> None:
    world, few = little
    add_more(portal, world)
    many = count_all(portal, world, PERSONAL)
    assert {route: n for route, n in many.items() if n > few[route]} == {}
