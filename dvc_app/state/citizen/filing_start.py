"""Step 1 of a dossier that does not exist yet: which unit (C10, R2, R3)."""

import secrets
from dataclasses import dataclass
from uuid import UUID

import reflex as rx
from reflex_base.event import EventSpec

from dvc_app import formats, routes
from dvc_app.state.acting import PrincipalRow, principal_row
from dvc_app.state.base import AppState
from dvc_app.state.citizen.filing_rows import ROUTE_OF_STEP, UnitRow
from dvc_app.state.forms import FormState
from dvc_app.state.national_link import FilingLink, read_filing_link
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import filing as wording
from dvc_app.wording.filing_faults import FAULTS
from services.core.errors import NotFound, RuleViolation
from services.delegations.faults import DelegationEnded
from services.delegations.list_delegations import people_i_act_for
from services.dossiers.begin_draft import OpenDraft, begin_draft, open_drafts
from services.dossiers.choose_agency import choose_agency, set_step
from services.dossiers.choose_principal import choose_principal
from services.dossiers.rules import Problem, Step
from services.procedures.from_national import named_agency, named_procedure
from services.procedures.receiving_units import Unit, units_of
from services.procedures.show_procedure import show_procedure
from services.work import Work


@dataclass(frozen=True)
class DraftRow:
    """A draft that can be gone on with."""

    words: str
    address: str


class FilingStartState(FormState, AppState):
    """The choice of a unit, before anything is written."""

    loaded: bool = False
    missing: bool = False
    procedure_name: str = ""
    units: list[UnitRow] = []
    unit_id: str = ""
    chosen: UnitRow = UnitRow("", "", "", "", "")
    drafts: list[DraftRow] = []
    people: list[PrincipalRow] = []  # whom the person may file for
    intent: str = ""
    _code: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Show the units entitled to the procedure, and drafts already there."""
        self._accept()
        link = read_filing_link(self.router.url.query_parameters)
        self.loaded = self.missing = False
        try:
            found, units, drafts = await self._run(_read_start, link)
            people = await self._run(people_i_act_for)
        except NotFound:
            self.missing = True
            return
        self._code, self.procedure_name = found
        self.units = [unit_row(unit) for unit in units]
        self.drafts = [_draft_row(draft) for draft in drafts]
        self.people = [principal_row(acting) for acting in people]
        self.intent = secrets.token_urlsafe(16)
        named = [
            str(unit.id) for unit in units if unit.code == named_agency(link.agency)
        ]
        only = [self.units[0].id] if len(self.units) == 1 else named
        self._choose(only[0] if only else "")
        self.loaded = True

    @rx.event
    @allow(Who.CITIZEN)
    async def choose(self, unit_id: str) -> None:
        """Show where the chosen unit is; nothing is written yet."""
        self._choose(unit_id)

    @rx.event
    @allow(Who.CITIZEN)
    async def begin(self, form: dict[str, str]) -> EventSpec | None:
        """Bear the draft with its first answer, and go on."""
        chosen = form.get("agency") or self.unit_id
        if chosen not in {unit.id for unit in self.units}:
            self._refuse({"agency": "agency_missing"}, FAULTS)
            return None
        try:
            birth = (self._code, self.intent)
            whom = self._whom(form.get("principal", ""))
            draft_id = await self._run(_begin, birth, UUID(chosen), whom)
        except RuleViolation as refusal:
            self._refuse(refusal.problems, FAULTS)
            return None
        except DelegationEnded:
            self._refuse({"principal": Problem.DELEGATION_ENDED}, FAULTS)
            return None
        self._accept()
        return rx.redirect(routes.fill(routes.FILE_INFORMATION, draft=str(draft_id)))

    def _whom(self, delegation_id: str) -> UUID | None:
        known = {person.id for person in self.people}
        return UUID(delegation_id) if delegation_id in known else None

    def _choose(self, unit_id: str) -> None:
        found = [unit for unit in self.units if unit.id == unit_id]
        self.unit_id = unit_id if found else ""
        self.chosen = found[0] if found else UnitRow("", "", "", "", "")


def unit_row(unit: Unit) -> UnitRow:
    """Return a unit as the page shows it."""
    return UnitRow(str(unit.id), unit.name, unit.address, unit.phone, unit.hours)


def _draft_row(draft: OpenDraft) -> DraftRow:
    return DraftRow(
        words=wording.RESUME.format(moment=formats.moment(draft.updated_at)),
        address=routes.fill(
            ROUTE_OF_STEP[Step(draft.step)], draft=str(draft.dossier_id)
        ),
    )


def _read_start(
    work: Work, link: FilingLink
) -> tuple[tuple[str, str], tuple[Unit, ...], tuple[OpenDraft, ...]]:
    code = named_procedure(work, link.procedure)
    procedure = show_procedure(work, code)
    found = (code, procedure.name)
    return found, tuple(units_of(work, code)), open_drafts(work, code)


def _begin(
    work: Work, birth_of: tuple[str, str], agency_id: UUID, whom: UUID | None
) -> UUID:
    birth = begin_draft(work, *birth_of)
    choose_principal(work, birth.dossier_id, whom)
    choose_agency(work, birth.dossier_id, agency_id)
    set_step(work, birth.dossier_id, Step.INFORMATION)
    return birth.dossier_id
