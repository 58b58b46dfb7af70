"""The pages of one request, driven as a browser would."""

from typing import Any

from dvc_app import routes
from services.payments.models import PaymentRequest
from services.work import Work
from tests.dvc_app.state.public.pages import open_state, send
from tests.services.payments.paying import Inside


def request_page(
    kind: Any, work: Work, request: PaymentRequest, route: str = routes.PAYMENT
) -> Any:
    # Any: the framework's states have no static type of their own.
    """Return the loaded state of a page of this request."""
    address = routes.fill(route, request=request.link_key)
    state = open_state(kind, work, address)

    async def run_apart(act: Any, *given: Any) -> Any:
        return act(Inside(work), *given)

    object.__setattr__(state, "_run_apart", run_apart)
    object.__setattr__(state, "_actor", lambda: work.actor)
    object.__setattr__(state, "_answer", send(state.load()))
    return state
