"""The building ministry: planning information and the dossiers behind it (contracts 5.9)."""

import httpx

from services.integrations.generic_ministry.records import RecordMinistry
from services.integrations.planning_information import wire


class HttpPlanningInformation(RecordMinistry):
    """Asks through the gateway, by the shared contract."""

    def __init__(self, client: httpx.Client, key: str, secret: str) -> None:
        super().__init__(client, key, secret, wire.SYSTEM)
