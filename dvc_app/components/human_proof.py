"""The part of a form that shows a person is sending it (R33, F12)."""

import reflex as rx

from dvc_app import routes
from dvc_app.wording import human_proof as wording

WORDS = {
    "label": wording.LABEL,
    "hint": wording.HINT,
    "picture": wording.PICTURE,
    "another": wording.ANOTHER,
    "listen": wording.LISTEN,
    "listenAgain": wording.LISTEN_AGAIN,
    "speaking": wording.SPEAKING,
    "noSound": wording.NO_SOUND,
    "cannotRead": wording.CANNOT_READ,
    "computing": wording.COMPUTING,
    "computed": wording.COMPUTED,
    "failed": wording.FAILED,
    "noPicture": wording.NO_PICTURE,
}


class HumanProof(rx.Component):
    """Python face of `human_proof.jsx`."""

    library = "$/public" + rx.asset("human_proof.jsx", shared=True)
    lib_dependencies: list[str] = ["altcha-lib@2.8.0"]
    tag = "HumanProof"
    always: rx.Var[bool]
    spent: rx.Var[str]
    error: rx.Var[str]
    pictures: rx.Var[str]
    picture: rx.Var[str]
    sound: rx.Var[str]
    challenge: rx.Var[str]
    words: rx.Var[dict[str, str]]


def human_proof(
    always: bool,
    spent: str | rx.Var[str] = "",
    error: str | rx.Var[str] = "",
    label: str = wording.LABEL,
) -> rx.Component:
    """Ask for the proof always, or once the server says it needs one."""
    return HumanProof.create(
        always=always,
        spent=spent,
        error=error,
        pictures=routes.API_PICTURES,
        picture=routes.API_PICTURE,
        sound=routes.API_PICTURE_SOUND,
        challenge=routes.API_CHALLENGE,
        words=WORDS | {"label": label},
    )
