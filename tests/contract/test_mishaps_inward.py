"""What is fetched from other systems, and each of their mishaps (F-12).

A round that meets a mishap keeps nothing by halves and stops nothing here; a later
round finds everything there still, and keeps it once.
"""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from sqlmodel import func, select

from sandbox.faults import Mode
from services.audit.models import AuditEntry
from services.civil_status.models import CaseState
from services.civil_status.note_declared import case_of
from services.civil_status.pull_entries import pull_entries
from services.core.errors import SystemUnavailable
from services.deliveries.models import PostalDelivery, PostalState
from services.dossiers.follow_parcels import follow_parcels
from services.dossiers.models import Dossier
from services.dossiers.send_by_post import catch_up
from services.integrations.public_post.port import ParcelStage
from services.integrations.transport import build_client
from services.interlinked_desk.fetch_arrivals import fetch_arrivals
from services.interlinked_desk.models import ArrivedBundle
from services.work import SYSTEM, Work
from tests.contract import test_civil_status_registry as civil_status
from tests.contract import test_interlinked_services as interlinked
from tests.contract import test_public_post as post
from tests.contract.test_mishaps import HANGING, HASTE, PATIENCE, SILENT
from tests.factories.dossiers import ANSWERS, make_filing, make_submitted
from tests.factories.places import make_places
from tests.factories.processing import acting, dossier_of
from tests.sandbox_process import SandboxProcess
from tests.services.civil_status.declared import carried, make_declared
from tests.services.dossiers.test_delivery import COLLECT
from tests.services.interlinked_desk.arriving import make_birth_desk
from tests.services.outbox.owing import in_place

MISHAPS = (*SILENT, Mode.LETTERS)
Count = Callable[[], int]


@dataclasses.dataclass(frozen=True)
class Inflow:
    """What is fetched from one system: how to have something there, how it is taken."""

    system: str
    place: str  # under the sandbox
    reached: Callable[[Work, httpx.Client], Work]
    prepare: Callable[[Work, SandboxProcess], Count]  # → how often it is kept here
    fetch: Callable[[Work], object]


def with_ministry(work: Work, **reached: Any) -> Work:
    """Return the same work with ministries' adapters; Any: ports."""
    ministries = dataclasses.replace(work.systems.ministries, **reached)
    systems = dataclasses.replace(work.systems, ministries=ministries)
    return dataclasses.replace(work, systems=systems)


def with_post(work: Work, client: httpx.Client) -> Work:
    """Return the same work with the post reached by a client."""
    systems = dataclasses.replace(work.systems, public_post=post.adapter(client))
    return dataclasses.replace(work, systems=systems)


def file_birth(work: Work, sandbox: SandboxProcess) -> Count:
    """File a declaration there."""
    unit = make_birth_desk(work).filing.agency.code
    form = {"kind": "birth", "unit": unit, "door": "dvcqg"}
    httpx.post(f"{sandbox.url}/interlinked-services.file", data=form)
    of_unit = select(func.count()).where(
        ArrivedBundle.unit == unit,
        ArrivedBundle.acknowledged_at != None,
        ArrivedBundle.dossier_id == Dossier.id,
    )
    return lambda: work.session.exec(of_unit).one()


def declare_birth(work: Work, sandbox: SandboxProcess) -> Count:
    """Declare a birth that the registrar enters into the register."""
    _, code = make_declared(work)
    dossier_id = dossier_of(work, code).id
    with build_client(f"{sandbox.url}/civil-status", PATIENCE) as client:
        registry = civil_status.adapter(client)
        carried(with_ministry(work, civil_status_registry=registry), code)
    civil_status.press(sandbox, code, civil_status.S.DONE)
    noted = select(func.count()).where(
        AuditEntry.act == "civil_status.answered", AuditEntry.subject_id == dossier_id
    )

    def count() -> int:
        case = case_of(work, dossier_id)
        assert case is not None
        is_entered = case.state is CaseState.DONE and case.file_id is not None
        return work.session.exec(noted).one() if is_entered else 0

    return count


def send_papers(work: Work, sandbox: SandboxProcess) -> Count:
    """Order a journey that the post has begun."""
    filing = make_filing(work.session)
    make_places(work.session)
    filing.agency.address = "Số 1 đường Mẫu"
    done = make_submitted(work, filing, answers={**ANSWERS, **COLLECT})
    with build_client(f"{sandbox.url}/public-post", PATIENCE) as client:
        catch_up(in_place(with_post(acting(work, SYSTEM), client)))
    row = select(PostalDelivery).where(PostalDelivery.dossier_id == done.dossier_id)
    found = work.session.exec(row).one()
    post.press(sandbox, found.order_number, ParcelStage.COLLECTED)
    return lambda: int(found.state is PostalState.COLLECTING)


INFLOWS = {
    one.system: one
    for one in (
        Inflow(
            "interlinked_services",
            "interlinked-services",
            lambda work, client: with_ministry(
                work, interlinked_services=interlinked.adapter(client)
            ),
            file_birth,
            lambda work: fetch_arrivals(in_place(work)),
        ),
        Inflow(
            "civil_status_registry",
            "civil-status",
            lambda work, client: with_ministry(
                work, civil_status_registry=civil_status.adapter(client)
            ),
            declare_birth,
            lambda work: pull_entries(in_place(work)),
        ),
        Inflow(
            "public_post",
            "public-post",
            with_post,
            send_papers,
            lambda work: follow_parcels(in_place(work)),
        ),
    )
}


@pytest.fixture(params=sorted(INFLOWS))
def inflow(request: pytest.FixtureRequest) -> Inflow:
    return INFLOWS[request.param]


@pytest.fixture
def switched(sandbox: SandboxProcess, inflow: Inflow) -> Iterator[SandboxProcess]:
    yield sandbox
    sandbox.switch(inflow.system, "normal")


def fetch(inflow: Inflow, work: Work, url: str, patience: float = PATIENCE) -> None:
    """Fetch as the worker does; its job ends with the silence and comes again."""
    with build_client(f"{url}/{inflow.place}", patience) as client:
        try:
            inflow.fetch(inflow.reached(acting(work, SYSTEM, 1), client))
        except SystemUnavailable:
            return


def test_mishap_after_mishap_and_then_everything_is_there_once(
    inflow: Inflow, switched: SandboxProcess, work: Work
) -> None:
    kept = inflow.prepare(work, switched)

    for mode in MISHAPS:
        switched.switch(inflow.system, mode)
        patience = HASTE if mode in HANGING else PATIENCE
        fetch(inflow, work, switched.url, patience)
        assert kept() == 0, mode

    switched.switch(inflow.system, Mode.EXPIRED)  # renewed unseen
    fetch(inflow, work, switched.url)
    assert kept() == 1
    switched.switch(inflow.system, "normal")
    fetch(inflow, work, switched.url)
    assert kept() == 1
