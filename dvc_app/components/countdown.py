"""Python face of `countdown.jsx`."""

import reflex as rx


class Countdown(rx.Component):
    """Shows how long to wait, then its children."""

    library = "$/public" + rx.asset("countdown.jsx", shared=True)
    tag = "Countdown"
    seconds: rx.Var[int]
    moment: rx.Var[str]
    words: rx.Var[str]
