"""One door a system: a message it takes, its adapter there, and what its ledger holds."""

import dataclasses
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import httpx

from services.integrations.civil_status_registry.adapter import (
    HttpCivilStatusRegistry,
)
from services.integrations.construction_permits.adapter import HttpConstructionPermits
from services.integrations.national_portal.adapter import VxpNationalPortal
from services.integrations.planning_information.adapter import HttpPlanningInformation
from services.integrations.public_post.adapter import HttpPublicPost
from services.integrations.public_post.port import PostRefused
from services.integrations.social_assistance_registry.adapter import (
    HttpSocialAssistanceRegistry,
)
from services.integrations.transport import build_client
from services.ministries import Ministries
from services.outbox.courier import Answer, Courier, Outcome, Parcel
from services.outbox.models import MessageKind, Outward
from services.status_sync.all_couriers import COURIERS
from services.work import Systems
from tests.contract import test_civil_status_registry as civil_status
from tests.contract import test_interlinked_services as interlinked
from tests.contract import test_land_registry as land
from tests.contract import test_national_portal as national
from tests.contract import test_natural_resources as natural
from tests.contract import test_public_post as post
from tests.contract import test_record_ministries as records
from tests.contract import test_social_assistance_registry as assistance
from tests.fakes import fake_systems

Said = dict[str, Any]  # JSON


@dataclasses.dataclass(frozen=True)
class Door:
    """How one system is told something, and how often it holds it."""

    system: str  # Outward, or the post, which is ordered from without the ledger
    place: str  # under the sandbox
    say: Callable[[], Said]
    adapter: Callable[[httpx.Client], Any]  # Any: the port of this system
    effects: Callable[[str, Said], int]  # address of the sandbox → rows of this message
    ask: Callable[[Any, Said], Answer] | None = None  # of the port, without a courier

    @property
    def courier(self) -> Courier:
        """Return the courier that the worker sends."""
        return COURIERS[Outward(self.system)]

    def hand_over(self, url: str, said: Said, patience: float) -> Answer:
        """Hand a message over at an address; SystemUnavailable when nobody answers."""
        with build_client(f"{url}/{self.place}", patience) as client:
            if self.ask is not None:
                return self.ask(self.adapter(client), said)
            return self.courier.hand_over(self.systems(client), self.parcel(said))

    def systems(self, client: httpx.Client) -> Systems:
        """Return the systems with this one reached by a client."""
        reached = {self.field: self.adapter(client)}
        ministries = dataclasses.replace(fake_systems().ministries, **reached)
        return dataclasses.replace(fake_systems(), ministries=ministries)

    @property
    def field(self) -> str:
        """Return the name of the system's field."""
        names = {one.name for one in dataclasses.fields(Ministries)}
        assert str(self.system) in names
        return str(self.system)

    def parcel(self, said: Said) -> Parcel:
        """Return the message as the worker hands it over."""
        key = f"{self.system}:{uuid4()}:1:dossier"
        return Parcel(
            id=uuid4(),
            system=Outward(self.system),
            kind=MessageKind.DOSSIER,
            key=key,
            dossier_id=None,
            tries=1,
            said=said,
        )


def rows_named(path: str, field: str) -> Callable[[str, Said], int]:
    """Return what counts the rows of a ledger that bear the message's code."""

    def count(url: str, said: Said) -> int:
        rows = httpx.get(f"{url}/{path}.json", timeout=10).raise_for_status().json()
        listed = rows if isinstance(rows, list) else rows["rows"]
        return sum(row.get(field) == said[field] for row in listed)

    return count


def legs_told(url: str, said: Said) -> int:
    """Count what the interlinked services were told of a leg."""
    rows = httpx.get(f"{url}/interlinked-services.json", timeout=10).json()
    return sum(row["steps"].get(said["maHoSo"], 0) for row in rows)


def order_parcel(office: HttpPublicPost, said: Said) -> Answer:
    """Order a journey, as the worker does, and tell its end in the ledger's words."""
    try:
        office.create(said["order"])
    except PostRefused as refusal:
        return Answer(Outcome.REFUSED, words=str(refusal))
    return Answer(Outcome.DELIVERED)


def new_order() -> Said:
    """Return a journey; its number is what the post's ledger is asked for."""
    order = post.order()
    return {"order": order, "OrderNumber": order.number}


DOORS: dict[str, Door] = {
    door.system: door
    for door in (
        Door(
            Outward.NATIONAL_PORTAL,
            "national-portal",
            national.dossier,
            lambda client: VxpNationalPortal(client, national.ACCESS),
            rows_named("national-portal", "MaHoSo"),
        ),
        Door(
            Outward.CIVIL_STATUS,
            "civil-status",
            lambda: civil_status.declaration(f"H55.242-261123-{uuid4().hex[:6]}"),
            lambda client: HttpCivilStatusRegistry(client, "sandbox", "sandbox", "19"),
            rows_named("civil-status", "maHoSo"),
        ),
        Door(
            Outward.CONSTRUCTION,
            "construction-permits",
            records.dossier,
            lambda client: HttpConstructionPermits(client, "sandbox", "sandbox"),
            rows_named("construction-permits", "MaHoSo"),
        ),
        Door(
            Outward.PLANNING,
            "planning-information",
            lambda: records.dossier(MaTTHC="1.014159"),
            lambda client: HttpPlanningInformation(client, "sandbox", "sandbox"),
            rows_named("planning-information", "MaHoSo"),
        ),
        Door(
            Outward.SOCIAL_ASSISTANCE,
            assistance.PLACE,
            assistance.dossier,
            lambda client: HttpSocialAssistanceRegistry(client, assistance.ACCESS),
            rows_named(assistance.PLACE, "MaHoSo"),
        ),
        Door(
            Outward.INTERLINKED_SERVICES,
            "interlinked-services",
            lambda: interlinked.status(f"H55.242-261123-{uuid4().hex[:6]}", 1),
            interlinked.adapter,
            legs_told,
        ),
        Door(
            Outward.LAND,
            "land-registry",
            land.dossier,
            land.adapter,
            rows_named("land-registry", "SoBienNhan"),
        ),
        Door(
            Outward.NATURAL_RESOURCES,
            "natural-resources",
            natural.progress,
            natural.adapter,
            natural.told_lines,
        ),
        Door(
            "public_post",
            "public-post",
            new_order,
            post.adapter,
            rows_named("public-post", "OrderNumber"),
            order_parcel,
        ),
    )
}
