"""What a sign-in form says of the device: shared or not, and the way used last."""

import reflex as rx

from dvc_app.wording import session as wording

_LIBRARY = "$/public" + rx.asset("shared_device.jsx", shared=True)


class SharedDevice(rx.Component):
    """A tick ‹Máy dùng chung›; a device that once was stays one until told."""

    library = _LIBRARY
    tag = "SharedDevice"
    words: rx.Var[str]
    hint: rx.Var[str]
    door: rx.Var[str]  # of several ticks on one page, whose hint it is


class LastWay(rx.Component):
    """Says that its section is the way this device used last (C06)."""

    library = _LIBRARY
    tag = "LastWay"
    way: rx.Var[str]
    words: rx.Var[str]


def shared_device(door: str = "province") -> rx.Component:
    """Return the tick of a form that signs in (C27)."""
    return SharedDevice.create(
        words=wording.SHARED_LABEL, hint=wording.SHARED_HINT, door=door
    )
