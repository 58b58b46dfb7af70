"""Python faces of `password_fields.jsx`: a password never passes the socket."""

import reflex as rx

from dvc_app.wording import register as wording

_LIBRARY = "$/public" + rx.asset("password_fields.jsx", shared=True)
WORDS = {
    "password": wording.PASSWORD,
    "hint": wording.PASSWORD_RULE,
    "again": wording.AGAIN,
    "show": wording.SHOW,
    "shown": wording.SHOWN_HINT,
    "strength": wording.STRENGTH,
    "weak": wording.WEAK,
    "fair": wording.FAIR,
    "strong": wording.STRONG,
}


class PasswordFields(rx.Component):
    """A new password, its repetition, and how strong it is, in words."""

    library = _LIBRARY
    tag = "PasswordFields"
    words: rx.Var[dict[str, str]]


class ShowPassword(rx.Component):
    """A tick that shows what stands in a password field."""

    library = _LIBRARY
    tag = "ShowPassword"
    target: rx.Var[str]
    words: rx.Var[str]


def password_fields(label: str = wording.PASSWORD) -> rx.Component:
    """Return the fields `password` and `again` of a form."""
    return PasswordFields.create(words=WORDS | {"password": label})
