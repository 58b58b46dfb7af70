"""A ministry of the shared contract behind the data gateway (contracts 1 A, 5.12)."""

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.generic_ministry import wire
from services.integrations.generic_ministry.port import Said, Told


class GenericMinistry:
    """Tells dossiers and progress to one ministry; `system` is the He of its paths."""

    def __init__(
        self, client: httpx.Client, key: str, secret: str, system: str
    ) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client, self._base = client, f"api{system}"

    def save_dossier(self, dossier: Said) -> Told:
        """Create it; one that exists already is brought up to date, and so is told once.

        The contract has no question whether they know it, so that the answer tells.
        """
        told = self._save(dossier, is_known=False)
        if told.code == wire.EXISTS:
            told = self._save(dossier, is_known=True)
        if told.code == wire.MISSING:  # they lost it between the two calls
            told = self._save(dossier, is_known=False)
        return told

    def tell_progress(self, line: Said) -> Told:
        """Send one line."""
        return self._one(wire.PROGRESS, wire.Saved(data=[line]))

    def _save(self, dossier: Said, is_known: bool) -> Told:
        asked = wire.Saved(isUpdating=str(is_known), data=[dossier])
        return self._one(wire.SAVE, asked)

    def _one(self, call: str, asked: wire.Saved) -> Told:
        """Judge the call, then its only dossier; a yes that names another is no answer."""
        path = f"{self._base}/1.0/{call}"
        answer = transport.post(self._client, path, asked, wire.Items)
        if answer.result is None:
            return judged(answer, call, needs_item=True)
        code = str(asked.data[0]["MaHoSo"])
        found = [one for one in answer.result if one.MaHoSo == code]
        if not found:
            raise SystemUnavailable(call)
        return judged(found[0], call)


def judged(
    answer: wire.Answer, call: str, reference: str = "", needs_item: bool = False
) -> Told:
    """Return their verdict; a fault of their own system is no verdict on what was sent."""
    is_taken = answer.error_code in wire.TAKEN
    if answer.error_code == wire.BUSY or (is_taken and needs_item):
        raise SystemUnavailable(call)
    return Told(is_taken, answer.error_code, answer.message, reference)
