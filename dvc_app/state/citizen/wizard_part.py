"""What the parts of the wizard share: which draft the address names, and saving."""

from uuid import UUID

import reflex as rx

from dvc_app.state.citizen.filing import FilingState


class WizardPart(rx.State, mixin=True):
    """A state that stands beside FilingState on a step of the wizard."""

    drawn_of: str = ""  # the draft it was loaded for; it is drawn beside no other

    def _note_draft(self) -> None:
        parts = self.router.url.path.strip("/").split("/")
        self.drawn_of = parts[1] if len(parts) > 1 else ""

    def _draft(self) -> UUID:
        parts = self.router.url.path.strip("/").split("/")
        try:
            return UUID(parts[1] if len(parts) > 1 else "")
        except ValueError:
            return UUID(int=0)

    async def _filing(self) -> FilingState:
        return await self.get_state(FilingState)

    async def _keep(self, field: str, text: str) -> None:
        """Save through FilingState, so that its line of ‘saved’ tells of it (R1)."""
        filing = await self._filing()
        await filing._save({field: text})
