"""Xác thực bước hai của cán bộ (O01), second half."""

import reflex as rx

from dvc_app import routes
from dvc_app.components.browser_parts import PostForm
from dvc_app.components.form.fields import Field, text_field
from dvc_app.components.layout import desk_shell
from dvc_app.components.link import link
from dvc_app.components.one_time_code import one_time_code
from dvc_app.components.post_button import post_button
from dvc_app.state.officer.sign_in import OfficerSignInState
from dvc_app.wording import activation, errors
from dvc_app.wording import sign_in as wording


def second_factor_page() -> rx.Component:
    """Compose the field of the authenticator's code."""
    return desk_shell(
        rx.el.div(
            rx.el.h1(wording.CODE_TITLE),
            rx.el.p(wording.CODE_LEAD),
            class_name="stack",
        ),
        PostForm.create(
            one_time_code(
                Field("code", wording.CODE_LABEL, wording.CODE_HINT, required=True)
            ),
            rx.el.input(type="hidden", name="tiep", value=OfficerSignInState.next),
            post_button(wording.CODE_SUBMIT, wording.CODE_BUSY),
            action=routes.API_OFFICER_CODE,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="card card--lift stack",
        ),
        _recovery(),
        rx.el.p(wording.CODE_LOST, class_name="small muted"),
        rx.el.p(link(wording.START_OVER, to=OfficerSignInState.start_path)),
        css="frame officer-door stack-l page",
    )


def _recovery() -> rx.Component:
    return rx.el.details(
        rx.el.summary(activation.USE_RECOVERY),
        PostForm.create(
            rx.el.p(activation.RECOVERY_LEAD),
            text_field(
                Field(
                    "recovery",
                    activation.RECOVERY_CODE,
                    activation.RECOVERY_HINT,
                    required=True,
                ),
                auto_complete="off",
                auto_capitalize="none",
                spell_check=False,
            ),
            rx.el.input(type="hidden", name="tiep", value=OfficerSignInState.next),
            post_button(activation.RECOVERY_SUBMIT, wording.CODE_BUSY),
            action=routes.API_OFFICER_RECOVERY_CODE,
            heading=errors.TO_FIX,
            failed=errors.NOT_SENT,
            class_name="stack",
        ),
        class_name="card fold",
    )
