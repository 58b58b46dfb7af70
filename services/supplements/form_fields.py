"""The fields of a dossier that can be mended: of the common form and of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from services.core.faults import Fault, Unreadable
from services.core.readers import read_note
from services.dossiers.fields import FIELDS
from services.dossiers.models import Dossier
from services.dossiers.snapshot import Snapshot
from services.eforms.catalogues import catalogue
from services.eforms.current_eform import stored_definition
from services.eforms.definition import PREFIX, EformDefinition, FieldKind, FormField
from services.eforms.read_field import Refused, read_field
from services.supplements.rules import ANSWER_LENGTHS

# Answered in words: their parts are several fields, or several ticks.
IN_WORDS = (FieldKind.ADDRESS, FieldKind.TICKS, FieldKind.TICK, FieldKind.SUM)
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fields:
    """What was typed into the fields of a dossier, and how each is read."""

    definition: EformDefinition | None
    typed: Mapping[str, str]

    def begins_with(self, target: str) -> str:
        """Return the text that stood in the field."""
        return self.typed.get(target, "")

    def options(self, target: str) -> Options:
        """Return what can be chosen; nothing where it is typed."""
        asked = self._own(target)
        if asked is None:
            return ()
        if asked.kind is FieldKind.CATALOGUE:
            return tuple(catalogue(asked.catalogue).items())
        return asked.options if asked.kind is FieldKind.CHOICE else ()

    def say(self, target: str, text: str) -> str:
        """Return an answer in words."""
        return dict(self.options(target)).get(text, text)

    def read(self, target: str, text: str, today: date) -> str:
        """Read an answer by the rules of its form; `Refused` names the fault."""
        try:
            return self._read(target, text, today)
        except Unreadable as fault:
            raise Refused(str(fault.key)) from None

    def _read(self, target: str, text: str, today: date) -> str:
        own = self._own(target)
        if not text.strip():
            if self._is_required(target, own):
                raise Refused(Fault.REQUIRED)
            return ""
        if target in FIELDS:
            return str(FIELDS[target].read(text, today))
        if own is None or own.kind in IN_WORDS:
            return read_note(text, *ANSWER_LENGTHS)
        return str(read_field(own, text, today))

    def _is_required(self, target: str, own: FormField | None) -> bool:
        return FIELDS[target].required if target in FIELDS else bool(own)

    def _own(self, target: str) -> FormField | None:
        if self.definition is None or not target.startswith(PREFIX):
            return None
        code = target.rpartition(".")[2]
        return next((f for f in self.definition.fields() if f.code == code), None)


def fields_of(session: Session, dossier: Dossier, handed_in: Snapshot) -> Fields:
    """Return the fields of a dossier that was handed in."""
    own = handed_in.form.answers if handed_in.form else {}
    definition = stored_definition(session, dossier.eform_id)
    return Fields(definition, {**handed_in.typed, **own})
