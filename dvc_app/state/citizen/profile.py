"""Thông tin cá nhân: what needs the person today, and what is known of them (C22)."""

import reflex as rx

from dvc_app import formats
from dvc_app.state.base import AppState
from dvc_app.state.citizen.my_dossier_rows import MyDossierRow, show_row
from dvc_app.state.citizen.profile_rows import ProfileRow, profile_rows, say_level
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import profile as wording
from dvc_app.wording import province
from services.accounts.models import Party
from services.dossiers.models import DossierStatus as S
from services.dossiers.my_dossiers import DossierFilter, my_dossiers
from services.profiles.show_profile import is_from_population, show_profile
from services.signals import person_topic

NEEDS_ME = frozenset({S.DRAFT, S.SUPPLEMENT, S.AWAITING_PAYMENT, S.RESULT_READY})
SHOWN = 5  # of what needs the person; the rest stands in “Quản lý hồ sơ”


class ProfileState(AppState):
    """The page; what is masked is revealed field by field."""

    is_ready: bool = False
    to_do: list[MyDossierRow] = []
    more: str = ""
    is_new: bool = False
    is_person: bool = True
    rows: list[ProfileRow] = []
    has_population: bool = False
    has_other: bool = False
    has_typed: bool = False
    level: str = ""
    registered: str = ""
    checked: str = ""
    needs_number: bool = False
    may_link: bool = False  # to an account of the national portal
    editable: list[str] = []
    typed: dict[str, str] = {}  # what the small form begins with
    form_key: str = ""  # the form is drawn anew when what it begins with changes
    _revealed: frozenset[str] = frozenset()

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the profile and what waits, and follow the dossiers."""
        self._revealed = frozenset()
        account_id = self._actor().account_id
        assert account_id is not None  # the policy lets only citizens in
        self._watch(ProfileState.refresh, person_topic(account_id))
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read everything again: something moved."""
        await self._read()

    @rx.event
    @allow(Who.CITIZEN)
    async def toggle(self, field: str) -> None:
        """Show what is masked, or mask it again."""
        self._revealed = self._revealed ^ {field}
        await self._read_profile()

    async def _read(self) -> None:
        found = await self._run(my_dossiers, DossierFilter(statuses=NEEDS_ME))
        self.to_do = [show_row(row) for row in found.rows[:SHOWN]]
        left = found.total - len(self.to_do)
        self.more = wording.MORE.format(count=left) if left else ""
        self.is_new = not sum(found.counts.values())
        await self._read_profile()
        self.is_ready = True

    async def _read_profile(self) -> None:
        profile = await self._run(show_profile)
        self.rows = profile_rows(profile, self._revealed)
        sure = [field for field in profile.fields if field.is_verified]
        self.has_population = any(is_from_population(field) for field in sure)
        self.has_other = any(not is_from_population(field) for field in sure)
        self.has_typed = any(f.value and not f.is_verified for f in profile.fields)
        self.is_person = profile.party is Party.CITIZEN
        self.level = say_level(profile)
        self.registered = wording.REGISTERED.format(
            day=formats.day(profile.registered_at)
        )
        moment = formats.moment(profile.checked_at)
        self.checked = (
            wording.LAST_CHECKED.format(moment=moment)
            if moment
            else wording.NEVER_CHECKED
        )
        self.needs_number = profile.needs_number
        is_open = "national" in province.doors()
        self.may_link = is_open and not profile.has_national
        editable = {f.name: f.value for f in profile.fields if f.may_edit}
        self.editable, self.typed = list(editable), editable
        self.form_key = "|".join(f"{name}={text}" for name, text in editable.items())
