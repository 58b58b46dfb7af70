"""OfficeFormState: the form of a dossier at the desk, and the office's part (O03)."""

from collections.abc import Mapping

import reflex as rx

from dvc_app import formats, routes
from dvc_app.state import eform_rows
from dvc_app.state.base import AppState
from dvc_app.state.eform_vars import EformVars
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import eforms as wording
from dvc_app.wording import reception
from services.core import clock
from services.core.errors import Conflict, Forbidden, NotFound
from services.eforms.definition import PREFIX
from services.eforms.prefill import texts_of
from services.processing.office_part import (
    OfficePart,
    open_office_part,
    save_office_part,
)
from services.work import Work


class OfficeFormState(EformVars, AppState):
    """What was handed in is only read; the office's own fields are filled in."""

    title: str = ""
    print_href: str = ""  # the form on paper
    cards: list[eform_rows.GroupCard] = []  # of the citizen
    office_cards: list[eform_rows.GroupCard] = []  # once nothing is filled in any more
    may_fill: bool = False
    has_office: bool = False
    is_ticked: bool = False  # the officer took the part upon themselves
    still: str = ""
    saved: str = ""
    _code: str = ""
    _is_office: bool = True

    @rx.event
    @allow(Who.OFFICER)
    async def load(self) -> None:
        """Open the form of the dossier of the address."""
        self._code = _code_of(self.router.url.path)
        self.saved = self.title = ""
        self.cards, self.has_office, self.may_fill = [], False, False
        try:
            part = await self._run(open_office_part, self._code)
        except (Forbidden, NotFound):  # the page itself says so
            return
        self._draw(part)

    @rx.event
    @allow(Who.OFFICER)
    async def save_field(self, key: str, text: str) -> None:
        """Keep an answer when its field is left."""
        await self._save({key: text})

    @rx.event
    @allow(Who.OFFICER)
    async def save_part(self, key: str, part: str, text: str) -> None:
        """Keep a part of an address."""
        await self._save({f"{key}.{part}": text})

    @rx.event
    @allow(Who.OFFICER)
    async def tick(self, key: str, value: str, is_on: bool) -> None:
        """Keep one tick among several."""
        chosen = [one for one in self.values.get(key, "").split(",") if one]
        kept = [one for one in chosen if one != value] + ([value] if is_on else [])
        await self._save({key: ",".join(kept)})

    async def _save(self, typed: dict[str, str]) -> None:
        if all(self.values.get(key, "") == text for key, text in typed.items()):
            return
        try:
            part = await self._run(save_office_part, self._code, typed)
        except Conflict:
            await self._say(reception.RECEIVED_ALREADY, "warn")
            return
        self.values = self.values | typed
        self.saved = wording.OFFICE_SAVED.format(time=formats.clock_time(clock.now()))
        self._draw_part(part)

    def _draw(self, part: OfficePart) -> None:
        self.title = part.title
        self.print_href = routes.fill(routes.API_FORM, code=self._code)
        self.cards = eform_rows.line_cards(part.lines, reception.NOT_GIVEN)
        self._draw_texts(self._code, texts_of(part.filled))
        if part.definition:
            self._draw_questions(part.definition)
            self._draw_words(part.definition)
            self._draw_lists(part.definition)
        self._draw_part(part)

    def _draw_part(self, part: OfficePart) -> None:
        self.has_office, self.may_fill = part.definition is not None, part.may_fill
        self.is_ticked = part.is_ticked
        self.office_cards = eform_rows.line_cards(
            part.office_lines, reception.NOT_GIVEN
        )
        if part.definition:
            self._draw_answers(part.definition, part.filled, {})
        left = len(part.problems)
        self.still = (
            wording.OFFICE_LEFT.format(count=left) if left else wording.OFFICE_DONE
        )


def say_office_faults(
    work: Work, code: str, problems: Mapping[str, str]
) -> dict[str, str]:
    """Return a sentence for each fault of the office's part, by name of the field."""
    faults = {key: fault for key, fault in problems.items() if key.startswith(PREFIX)}
    part = open_office_part(work, code) if faults else OfficePart()
    if part.definition is None:
        return {}
    return eform_rows.say_problems(part.definition, part.names, faults)


def _code_of(path: str) -> str:
    """Return the code in /can-bo/ho-so/{code}."""
    parts = path.strip("/").split("/")
    return parts[2][:60] if len(parts) > 2 else ""
