"""The environment ministry behind the data gateway, by the shared contract."""

import httpx

from services.integrations.generic_ministry.arrivals import HandingMinistry
from services.integrations.generic_ministry.port import Said, Told
from services.integrations.natural_resources import wire


class HttpNaturalResources(HandingMinistry):
    """Hands dossiers over; is told of them, and of no other dossier."""

    def __init__(
        self, client: httpx.Client, login: tuple[str, str], place: tuple[str, int]
    ) -> None:
        super().__init__(client, login, wire.SYSTEM, place)

    def tell_result(self, dossier: Said) -> Told:
        """Update it: the dossier is theirs, nothing is ever created there."""
        return self._save(dossier, is_known=True)
