"""The subscriber check over HTTP."""

from uuid import uuid4

import httpx

from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.mobile_carriers import wire
from services.integrations.mobile_carriers.port import Subscriber
from services.integrations.msisdn import msisdn


class HttpMobileCarriers:
    """Asks `{base}/verify`; asking changes nothing, so it may be asked again."""

    def __init__(self, client: httpx.Client, api_key: str) -> None:
        self._client = client
        self._api_key = api_key

    def verify_subscriber(self, subscriber: Subscriber) -> bool:
        """Tell yes or no; an answer without either is no answer."""
        if (phone := msisdn(subscriber.phone)) is None:
            return False
        answer = transport.post(
            self._client,
            "verify",
            wire.Question(
                msisdn=phone,
                full_name=subscriber.full_name,
                birth_date=subscriber.birth_date.isoformat(),
                id_number=subscriber.citizen_id,
                request_id=str(uuid4()),
            ),
            wire.Answer,
            {wire.KEY_HEADER: self._api_key},
        )
        if answer.code != wire.ANSWERED or answer.matched is None:
            raise SystemUnavailable("verify")
        return answer.matched
