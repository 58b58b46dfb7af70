"""The check of a customer of the post over HTTP."""

from uuid import uuid4

import httpx

from services.core.errors import SystemUnavailable
from services.core.text import clean
from services.integrations import transport
from services.integrations.post_identity import wire
from services.integrations.post_identity.port import PostCustomer


class HttpPostIdentity:
    """Asks `{base}/verify`; the post answers the same question alike for an hour."""

    def __init__(self, client: httpx.Client, api_key: str) -> None:
        self._client, self._api_key = client, api_key

    def verify_customer(self, customer: PostCustomer) -> bool:
        """Tell yes or no; an answer without either is no answer."""
        question = wire.Question(
            account=clean(customer.account),
            slip_code="".join(customer.slip_code.upper().split()),
            full_name=clean(customer.full_name),
            birth_date=customer.birth_date.isoformat(),
            id_number=customer.citizen_id,
            request_id=str(uuid4()),
        )
        headers = {wire.KEY_HEADER: self._api_key}
        answer = transport.post(self._client, wire.PATH, question, wire.Answer, headers)
        if answer.code != wire.ANSWERED or answer.matched is None:
            raise SystemUnavailable(wire.PATH)
        return answer.matched
