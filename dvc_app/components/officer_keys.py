"""Python faces of `officer_keys.jsx`: an authenticator, and recovery codes."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.password_fields import WORDS, PasswordFields
from dvc_app.wording import activation as wording

_LIBRARY = "$/public" + rx.asset("officer_keys.jsx", shared=True)


class RecoveryCodes(rx.Component):
    """Ten codes, drawn once a form has answered with them."""

    library = _LIBRARY
    tag = "RecoveryCodes"
    words: rx.Var[dict[str, str]]


class Enrolment(rx.Component):
    """The authenticator to scan, its form, and then the recovery codes."""

    library = _LIBRARY
    tag = "Enrolment"
    address: rx.Var[str]
    words: rx.Var[dict[str, str]]
    codes_words: rx.Var[dict[str, str]]
    steps: rx.Var[list[str]]
    again: rx.Var[str]
    sign_in: rx.Var[str]
    next: rx.Var[str]


def recovery_codes() -> rx.Component:
    """Return the place where new codes appear."""
    return RecoveryCodes.create(words=wording.CODES_WORDS)


def enrolment(form: rx.Component) -> rx.Component:
    """Return the steps around the form that takes the first code."""
    return Enrolment.create(
        form,
        address=routes.API_ENROL,
        words=wording.ENROL_WORDS,
        codes_words=wording.CODES_WORDS,
        steps=[wording.STEP_INSTALL, wording.STEP_SCAN, wording.STEP_CODE],
        again=routes.OFFICER_ACTIVATE,
        sign_in=routes.OFFICER_SIGN_IN,
        next=routes.OFFICER_POSTS,
    )


def officer_password_fields(hint: str) -> rx.Component:
    """Return a new password twice; an officer's is longer than a citizen's."""
    return PasswordFields.create(words=WORDS | {"hint": hint})
