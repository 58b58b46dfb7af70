"""What “Xem như người dân” holds: the page of a procedure before it is read (A02)."""

import reflex as rx

from dvc_app.state.public.procedure import OfficialPart, official_parts
from dvc_app.state.public.procedure_view import ProcedureView, view_procedure
from dvc_app.state.public.units import SHOWN, UnitRow, show_units
from dvc_app.wording import procedure_changes as wording
from services.procedures.show_procedure import ProcedureDetail


class PreviewState(rx.State, mixin=True):
    """The page as citizens will read it; nothing on it leads anywhere."""

    is_previewed: bool = False
    preview: ProcedureView = ProcedureView()
    preview_units: list[UnitRow] = []
    preview_units_words: str = ""
    preview_official: list[OfficialPart] = []

    def _preview(self, detail: ProcedureDetail) -> None:
        self.preview = view_procedure(detail)
        self.preview_units = show_units(detail.units)
        more = len(detail.units) - SHOWN
        words = wording.PREVIEW_UNITS.format(count=more)
        self.preview_units_words = words if more > 0 else ""
        self.preview_official = official_parts(detail)
        self.is_previewed = True
