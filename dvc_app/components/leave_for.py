"""Python face of `leave_for.jsx`."""

import reflex as rx


class LeaveFor(rx.Component):
    """Leaves the page as soon as it is drawn, for a plain HTTP address of ours."""

    library = "$/public" + rx.asset("leave_for.jsx", shared=True)
    tag = "LeaveFor"
    path: rx.Var[str]
