"""BundleState: the procedures of an interlinked declaration side by side."""

from dataclasses import dataclass

import reflex as rx

from dvc_app import routes
from dvc_app.state.base import AppState
from dvc_app.state.progress import ShownProgress, show_progress
from dvc_app.walls.policy import Who, allow
from dvc_app.wording import life_events as wording
from services.interlinked.models import LegState
from services.interlinked.show_bundle import LegView, show_bundle
from services.signals import person_topic

UNOPENED = {
    LegState.WAITING: (wording.LEG_WAITING, "tag"),
    LegState.DROPPED: (wording.LEG_DROPPED, "tag tag--late"),
}


@dataclass(frozen=True)
class LegRow:
    """One procedure of the bundle."""

    name: str
    label: str
    tag: str
    sentence: str
    when: str
    href: str  # empty until its turn has come
    link: str


class BundleState(AppState):
    """The legs of the dossier that is open, or the declaration it belongs to."""

    legs: list[LegRow] = []
    part_of: str = ""
    part_of_href: str = ""

    @rx.event
    @allow(Who.CITIZEN)
    async def load(self) -> None:
        """Read the legs of the dossier of the address, and follow them."""
        await self._read()
        account_id = self._actor().account_id
        if self.legs and account_id is not None:
            self._watch(BundleState.refresh, person_topic(account_id))

    @rx.event
    @allow(Who.CITIZEN)
    async def refresh(self) -> None:
        """Read the legs again: one of them moved."""
        await self._read()

    async def _read(self) -> None:
        parts = self.router.url.path.strip("/").split("/")
        code = parts[1] if len(parts) > 1 else ""
        view = await self._run(show_bundle, code)
        names = {leg.code: leg.plain_name for leg in view.legs}
        self.legs = [_row(leg, names) for leg in view.legs]
        whole = view.declaration_code
        self.part_of = wording.PART_OF.format(code=whole) if whole else ""
        self.part_of_href = routes.fill(routes.DOSSIER, code=whole) if whole else ""


def _row(leg: LegView, names: dict[str, str]) -> LegRow:
    if leg.progress is None:
        label, tag = UNOPENED.get(leg.state, ("", "tag"))
        before = ", ".join(names[code] for code in leg.after if code in names)
        waiting = wording.LEG_WAITING_HINT.format(names=before)
        is_waiting = leg.state is LegState.WAITING
        sentence = waiting if is_waiting else wording.LEG_DROPPED_HINT
        return LegRow(leg.plain_name, label, tag, sentence, "", "", "")
    shown: ShownProgress = show_progress(leg.progress, "")
    return LegRow(
        name=leg.plain_name,
        label=shown.label,
        tag=shown.tag,
        sentence=shown.sentence,
        when=shown.when,
        href=routes.fill(routes.DOSSIER, code=leg.dossier_code),
        link=wording.LEG_OPEN.format(code=leg.dossier_code),
    )
