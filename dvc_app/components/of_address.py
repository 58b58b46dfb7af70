"""Draws what a state holds only where the address names the same thing (R1)."""

import reflex as rx


class _OfAddress(rx.Component):
    library = "$/public" + rx.asset("of_address.jsx", shared=True)
    tag = "OfAddress"
    held: rx.Var[str]
    part: rx.Var[int]


def of_address(
    held: rx.Var[str], content: rx.Component, meanwhile: rx.Component, part: int = 2
) -> rx.Component:
    """Return the content once the state holds what this part of the address names.

    Until its load has answered, a page opened again holds what it held before: a form
    of another draft could be typed into and sent, and its words kept in this one.
    """
    return _OfAddress.create(content, meanwhile, held=held, part=part)
