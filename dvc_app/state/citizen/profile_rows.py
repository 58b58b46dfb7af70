"""Rows of the profile, each field with its mark and its source in words (C22)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from dvc_app import formats, routes
from dvc_app.wording import profile as wording
from services.accounts.models import Party
from services.profiles.show_profile import Profile, ProfileField, is_from_population

CONTACTS = ("phone", "email")
UPDATED = "citizen_id"  # the row that carries “Cập nhật”


@dataclass(frozen=True)
class ProfileRow:
    """One field, ready to draw; the mark never stands without its words."""

    name: str
    label: str
    value: str
    is_empty: bool
    toggle: str  # “Hiện” or “Ẩn”; empty where nothing is hidden
    toggle_label: str
    mark: str
    css: str
    source: str
    change: str  # address of the page where it is changed
    change_label: str
    has_update: bool


def profile_rows(profile: Profile, revealed: Collection[str]) -> list[ProfileRow]:
    """Return the rows; what is hidden comes masked unless its owner asked."""
    return [_row(profile, field, revealed) for field in profile.fields]


def label_of(name: str, party: Party) -> str:
    """Return the label of a field, as a person or an organisation reads it."""
    if party is not Party.CITIZEN and name == "full_name":
        return wording.ORGANISATION_NAME
    if party is not Party.CITIZEN and name == "address":
        return wording.ORGANISATION_ADDRESS
    return wording.FIELDS[name]


def say_value(name: str, value: str) -> str:
    """Return what stands in a field the way people write it."""
    if not value:
        return wording.EMPTY
    if name == "birth_date":
        return formats.iso_day(value)
    return wording.SEXES.get(value, value) if name == "sex" else value


def say_source(source: str) -> str:
    """Return who vouches, as a person calls them."""
    named = wording.SOURCES.get(source)
    if named is None:
        return wording.VERIFIED_SOMEHOW
    return wording.VERIFIED_BY.format(source=named)


def say_level(profile: Profile) -> str:
    """Return the assurance level and where it comes from."""
    level = wording.LEVELS.get(profile.assurance_level, wording.LEVELS[0])
    source = wording.SOURCES.get(profile.assurance_source)
    if source is None:
        return level
    return wording.LEVEL_BY.format(level=level, source=source)


def _row(
    profile: Profile, field: ProfileField, revealed: Collection[str]
) -> ProfileRow:
    label = label_of(field.name, profile.party)
    is_shown = field.name in revealed
    is_hidden = field.masked != field.value
    mark, css = _mark(field)
    toggle = wording.HIDE if is_shown else wording.SHOW
    toggle_words = wording.HIDE_WHICH if is_shown else wording.SHOW_WHICH
    changes = field.name in CONTACTS
    return ProfileRow(
        name=field.name,
        label=label,
        value=say_value(field.name, field.value if is_shown else field.masked),
        is_empty=not field.value,
        toggle=toggle if is_hidden else "",
        toggle_label=toggle_words.format(field=label.lower()),
        mark=mark,
        css=css,
        source=_source(field, profile.checked_at),
        change=f"{routes.MY_CONTACTS}?sua={field.name}" if changes else "",
        change_label=wording.CHANGE_WHICH.format(field=label.lower()),
        has_update=field.name == UPDATED,
    )


def _mark(field: ProfileField) -> tuple[str, str]:
    if not field.value:
        return "", "source"
    if field.is_verified:
        return "✔", "source source--sure"
    return "⚠", "source source--typed"


def _source(field: ProfileField, checked_at: datetime | None) -> str:
    if not field.value:
        return ""
    if not field.is_verified:
        return wording.TYPED
    words = say_source(field.source)
    if is_from_population(field) and checked_at is not None:
        day = wording.CHECKED.format(day=formats.day(checked_at))
        return f"{words}, {day}"
    return words
