"""From where a person calls: the address that the outermost proxy of ours saw."""

from ipaddress import ip_address

from starlette.requests import HTTPConnection

from services.settings import settings

FORWARDED = "x-forwarded-for"


def client_address(connection: HTTPConnection) -> str:
    """Return the caller's address, for limits and the audit (DVC_PROXY_HOPS).

    Each proxy adds at the right the address it was called from, so the caller
    writes everything to the left of what our own proxies added. Without a proxy
    of ours the whole header is the caller's, and nothing of it is believed.
    """
    own = connection.client.host if connection.client else ""
    hops = settings().proxy_hops
    if not hops:
        return own
    lines = ",".join(connection.headers.getlist(FORWARDED))
    added = [address.strip() for address in lines.split(",") if address.strip()]
    if len(added) < hops:  # the call went round a proxy
        return own
    return added[-hops] if _is_address(added[-hops]) else own


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False
