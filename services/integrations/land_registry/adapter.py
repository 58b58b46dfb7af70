"""The land registry behind the data gateway."""

import base64
from collections.abc import Callable

import httpx
import structlog

from services.core.errors import SystemUnavailable
from services.core.text import name_key
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.generic_ministry.port import Told
from services.integrations.land_registry import wire
from services.integrations.land_registry.port import Said

logger = structlog.get_logger()


class HttpLandRegistry:
    """Tells with HTTP, and fetches papers from its own host alone."""

    def __init__(
        self,
        client: httpx.Client,
        login: tuple[str, str],
        read_file: Callable[[str], bytes | None],
    ) -> None:
        client.auth = GatewayLogin(client.base_url, *login)
        self._client, self._read_file = client, read_file

    def receive(self, dossier: Said) -> Told:
        """Send it with the bytes of its papers, which the ledger does not keep."""
        papers = [
            {**paper, "TapTin": [self._filled(file) for file in paper["TapTin"]]}
            for paper in dossier["DanhSachGiayToDinhKem"]
        ]
        return self._tell(wire.RECEIVE, {**dossier, "DanhSachGiayToDinhKem": papers})

    def tell_supplement(self, said: Said) -> Told:
        """Send it."""
        return self._tell(wire.SUPPLEMENT, said)

    def tell_returned(self, said: Said) -> Told:
        """Send it."""
        return self._tell(wire.RETURNED, said)

    def fetch(self, address: str) -> bytes | None:
        """Return the bytes; an address elsewhere is never asked (SSRF)."""
        try:
            wanted = httpx.URL(address)
        except httpx.InvalidURL:
            return None
        if _origin(wanted) != _origin(self._client.base_url):
            return None
        try:
            return self._client.get(wanted).raise_for_status().content
        except httpx.HTTPError as error:
            reason = type(error).__name__
            logger.warning("system_unavailable", path=wanted.path, reason=reason)
            raise SystemUnavailable(wanted.path) from error

    def _filled(self, file: Said) -> Said:
        data = self._read_file(str(file["id"]))
        if data is None:
            raise SystemUnavailable("file")
        return {"name": file["name"], "data": base64.b64encode(data).decode()}

    def _tell(self, call: str, said: Said) -> Told:
        sent = wire.Sent.model_validate(said)
        status = transport.post(self._client, call, sent, wire.Answer).status
        words = name_key(status.message)
        is_taken = status.success in wire.YES or any(
            already in words for already in wire.ALREADY
        )
        if not is_taken and status.type.upper() == wire.SYSTEM_FAULT:
            raise SystemUnavailable(call)
        return Told(is_taken, status.code, status.message)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    default = {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, url.port or default
