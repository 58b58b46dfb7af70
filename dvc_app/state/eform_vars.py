"""What a page remembers of an electronic form, a citizen's or an officer's."""

from collections.abc import Mapping

from dvc_app.state import eform_rows
from dvc_app.state.told_by_load import ToldByLoad
from services.core import clock
from services.eforms.definition import EformDefinition
from services.eforms.prefill import Filled, texts_of


class EformVars(ToldByLoad, mixin=True):
    """A form as it is drawn. What is typed stays in the page's own fields (R7).

    What never changes is sent once a load; an answer changes only the small parts.
    """

    groups: list[eform_rows.GroupRow] = []
    hints: dict[str, str] = {}  # by code of the field
    whys: dict[str, list[eform_rows.WhyRow]] = {}  # by code of the group
    catalogues: dict[str, list[eform_rows.Choice]] = {}
    rows: dict[str, list[eform_rows.RowRow]] = {}  # by code of the group
    values: dict[str, str] = {}  # by key, as read or saved last
    badges: dict[str, str] = {}
    fixed: dict[str, bool] = {}
    hidden: dict[str, bool] = {}  # fields and groups that are not asked now
    needed: dict[str, bool] = {}
    sums: dict[str, str] = {}
    form_key: str = ""  # changes when the fields must be drawn anew
    _is_office: bool = False

    def _draw_questions(self, definition: EformDefinition) -> None:
        self.groups = eform_rows.group_rows(definition, self._is_office)

    def _draw_words(self, definition: EformDefinition) -> None:
        self.hints = eform_rows.hint_rows(definition, self._is_office)
        self.whys = eform_rows.why_rows(definition, self._is_office)

    def _draw_lists(self, definition: EformDefinition) -> None:
        self.catalogues = eform_rows.catalogue_rows(definition, self._is_office)

    def _draw_texts(self, of: str, texts: dict[str, str]) -> None:
        """Take the texts of this dossier; other ones are drawn into new fields."""
        is_same = texts == self.values and of in self.form_key
        self.form_key = self.form_key if is_same else f"{of}-{clock.now().timestamp()}"
        self.values = texts

    def _draw_answers(
        self,
        definition: EformDefinition,
        filled: Mapping[str, Filled],
        sums: Mapping[str, int | str],
        earlier: str = "",
    ) -> None:
        """Draw what follows from the answers, but not the texts themselves."""
        texts = texts_of(filled)
        self.rows = eform_rows.row_rows(definition, texts, self._is_office)
        self.hidden = eform_rows.hidden_keys(definition, texts, self._is_office)
        self.needed = eform_rows.needed_keys(definition, texts, self._is_office)
        self.badges = eform_rows.badge_rows(filled, earlier)
        self.fixed = {key: True for key, one in filled.items() if one.is_fixed}
        self.sums = eform_rows.sum_rows(definition, sums)

    def _group_of(self, code: str) -> eform_rows.GroupRow | None:
        return next((one for one in self.groups if one.code == code), None)
