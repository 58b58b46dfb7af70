"""Links inside the portal: no reload, no theme library."""

from typing import Any

import reflex as rx
from reflex_components_core.react_router.dom import ReactRouterLink


def link(*children: Any, to: str | rx.Var[str], **props: Any) -> rx.Component:
    """Return a link to another page of the portal."""
    # Any: what rx.el elements take as children and props.
    return ReactRouterLink.create(*children, to=to, **props)


def leaving_link(*children: Any, to: str | rx.Var[str], **props: Any) -> rx.Component:
    """Return a link the browser follows itself, to a plain HTTP address of ours.

    The framework turns every anchor with a path into one its router follows, and
    the router has no page there.
    """
    # Any: as in `link`.
    return link(*children, to=to, reload_document=True, **props)
