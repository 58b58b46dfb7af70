"""The client that asks our plain HTTP addresses in a test."""

import warnings

with warnings.catch_warnings():
    # It would rather have another HTTP library than the one the portal uses.
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

__all__ = ["TestClient", "hold"]


def hold(client: TestClient, cookie: str) -> None:
    """Let the browser hold this cookie, as if the portal had set it."""
    client.cookies.set("dvc", cookie, domain="testserver.local")
