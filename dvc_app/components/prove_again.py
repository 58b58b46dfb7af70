"""The dialog in which a person proves again who they are (AU-10); on every page.

A use case raises ProofNeeded; uncaught, it opens this dialog (`failures.explain`),
and so does `AppState._ask_proof`. What was typed is posted over plain HTTP.
"""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.post_button import post_button
from dvc_app.state.base import AppState
from dvc_app.wording import errors
from dvc_app.wording import proof as wording


class ProofDialog(rx.Component):
    """Python face of `prove_again.jsx`."""

    library = "$/public" + rx.asset("prove_again.jsx", shared=True)
    tag = "ProofDialog"
    way: rx.Var[str]
    label: rx.Var[str]

    @classmethod
    def get_event_triggers(cls) -> dict[str, Any]:
        """Return what can be listened to; Any: the framework's own type."""
        own = {"on_needed": no_args_event_spec, "on_leave": no_args_event_spec}
        return {**super().get_event_triggers(), **own}


def prove_again() -> rx.Component:
    """Return the dialog; closed it draws nothing."""
    return ProofDialog.create(
        rx.match(
            AppState.proof_way,
            ("totp", _form(_code(), wording.LEAD_CODE)),
            ("password", _form(_password(), wording.LEAD_PASSWORD)),
            _sign_in_again(),
        ),
        way=AppState.proof_way,
        label=wording.TITLE,
        on_needed=AppState.ask_proof,
        on_leave=AppState.leave_proof,
    )


def _form(field: rx.Component, lead: str) -> rx.Component:
    return PostForm.create(
        rx.el.h2(wording.TITLE),
        rx.el.p(lead),
        field,
        rx.el.div(
            post_button(wording.SUBMIT, wording.BUSY), _leave(), class_name="row"
        ),
        action=routes.API_PROVE_AGAIN,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        on_done=AppState.end_proof,
        class_name="stack",
    )


def _code() -> rx.Component:
    label = Field("proof", wording.CODE, wording.CODE_HINT, required=True)
    return one_time_code(label, auto_focus=True)


def _password() -> rx.Component:
    return text_field(
        Field("proof", wording.PASSWORD, required=True),
        type="password",
        auto_complete="current-password",
        auto_focus=True,
    )


def _sign_in_again() -> rx.Component:
    return PostForm.create(
        rx.el.h2(wording.TITLE),
        rx.el.p(wording.LEAD_SIGN_IN),
        rx.el.div(
            post_button(wording.SIGN_OUT, wording.BUSY), _leave(), class_name="row"
        ),
        action=routes.API_SIGN_OUT,
        heading=errors.TO_FIX,
        failed=errors.NOT_SENT,
        class_name="stack",
    )


def _leave() -> rx.Component:
    return rx.el.button(
        wording.LEAVE,
        type="button",
        class_name="button button--quiet",
        on_click=AppState.leave_proof,
    )
