"""The calm line by the buttons: saved when, or still waiting on this device (R1, R5)."""

from typing import Any

import reflex as rx
from reflex_components_core.core.banner import has_connection_errors

from dvc_app.state.citizen.device_draft import DeviceDraftState
from dvc_app.state.citizen.eform import EformState
from dvc_app.state.citizen.filing import FilingState
from dvc_app.wording import device as wording

WORDS = {"waiting": wording.WAITING, "unkept": wording.WAITING_UNKEPT}


def _kept(
    draft: rx.Var[str], field: rx.Var[str], text: rx.Var[str], at: rx.Var[str]
) -> tuple[rx.Var[str], rx.Var[str], rx.Var[str], rx.Var[str]]:
    return draft, field, text, at


class _SavedLine(rx.Component):
    library = "$/public" + rx.asset("saved_line.jsx", shared=True)
    tag = "SavedLine"
    draft: rx.Var[str]
    loaded: rx.Var[bool]
    values: rx.Var[dict[str, str]]
    eform: rx.Var[dict[str, str]]
    taken: rx.Var[list[str]]
    saved: rx.Var[str]
    lost: rx.Var[bool]
    form: rx.Var[str]
    words: rx.Var[dict[str, str]]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        return {**super().get_event_triggers(), "on_kept": _kept}


def saved_line(line_id: str, form_id: str) -> rx.Component:
    """Return the line; it keeps what is typed into the form until it has arrived."""
    return _SavedLine.create(
        id=line_id,
        form=form_id,
        draft=FilingState.draft_id,
        loaded=FilingState.loaded,
        values=FilingState.values,
        eform=EformState.values,
        taken=DeviceDraftState.taken,
        saved=FilingState.saved,
        lost=has_connection_errors,
        words=WORDS,
        on_kept=DeviceDraftState.send_kept,
    )
