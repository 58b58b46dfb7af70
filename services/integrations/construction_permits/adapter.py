"""The building ministry: construction permits and the dossiers behind them (contracts 5.8)."""

import httpx

from services.integrations.construction_permits import wire
from services.integrations.generic_ministry.records import RecordMinistry


class HttpConstructionPermits(RecordMinistry):
    """Asks through the gateway, by the shared contract."""

    def __init__(self, client: httpx.Client, key: str, secret: str) -> None:
        super().__init__(client, key, secret, wire.SYSTEM)
