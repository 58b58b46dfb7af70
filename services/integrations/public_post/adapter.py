"""The public post behind the data gateway."""

from urllib.parse import urlencode

import httpx

from services.core.clock import ZONE
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.gateway import GatewayLogin
from services.integrations.public_post import wire
from services.integrations.public_post.port import (
    Order,
    ParcelEvent,
    ParcelStage,
    Party,
    PostRefused,
)

LETTER_GRAMS = 250  # what a folder of papers weighs; the post weighs it anew
STAGES = {
    "1": ParcelStage.ACCEPTED,
    "2": ParcelStage.COLLECTED,
    "3": ParcelStage.IN_TRANSIT,
    "4": ParcelStage.DELIVERED,
    "5": ParcelStage.FAILED,
    "6": ParcelStage.RETURNED,
}
CLIENT_ERROR = "500"  # what they call a fault of the order itself


class HttpPublicPost:
    """Asks through the gateway, in the name of the province's customer code."""

    def __init__(
        self, client: httpx.Client, key: str, secret: str, customer: str
    ) -> None:
        client.auth = GatewayLogin(client.base_url, key, secret)
        self._client, self._customer = client, customer

    def quote(self, sender: Party, receiver: Party) -> int:
        """Return the price of a folder of papers."""
        asked = wire.QuoteAsked(
            CustomerCode=self._customer,
            SenderProvince=sender.province,
            SenderCommune=sender.commune,
            ReceiverProvince=receiver.province,
            ReceiverCommune=receiver.commune,
            Weight=LETTER_GRAMS,
        )
        answer = transport.post(self._client, wire.QUOTE, asked, wire.QuoteAnswer)
        _check(answer)
        if answer.Fee is None:
            raise SystemUnavailable(wire.QUOTE)
        return answer.Fee

    def create(self, order: Order) -> None:
        """Order the journey; “already created” is done."""
        sender, receiver = order.sender, order.receiver
        when = f"{order.pickup_day:%d/%m/%Y} " if order.pickup_day else ""
        asked = wire.OrderAsked(
            CustomerCode=self._customer,
            OrderNumber=order.number,
            SenderProvince=sender.province,
            SenderAddress=sender.address,
            SenderName=sender.name,
            SenderTel=sender.phone,
            SenderDesc=f"{when}{order.pickup_part}".strip(),
            Description=order.description,
            ReceiverName=receiver.name,
            ReceiverAddress=receiver.address,
            ReceiverTel=receiver.phone,
            ReceiverProvince=receiver.province,
        )
        _check(transport.post(self._client, wire.CREATE, asked, wire.Answer))

    def cancel(self, number: str) -> bool:
        """Take the order back."""
        query = urlencode({"CustomerCode": self._customer, "OrderNumber": number})
        answer = transport.get(self._client, f"{wire.CANCEL}?{query}", wire.Answer)
        try:
            _check(answer)
        except PostRefused:
            return False
        return True

    def track(self, after: str, most: int) -> tuple[ParcelEvent, ...]:
        """Return the next lines; those of other customers are left out."""
        query = urlencode({"pagesize": most, "lastId": after or wire.FIRST})
        page = transport.get(self._client, f"{wire.TRACKING}?{query}", wire.Tracking)
        return tuple(
            ParcelEvent(
                id=event.id.oid,
                order_number=event.OrderNumber,
                parcel=event.ItemCode,
                stage=STAGES.get(event.StatusCode, ParcelStage.UNKNOWN),
                words=event.StatusMessage,
                at=event.EventTime.replace(tzinfo=ZONE),
            )
            for event in page.embedded.docs
            if event.CustomerCode == self._customer
        )


def _check(answer: wire.Answer) -> None:
    if answer.Status in (wire.DONE, wire.ALREADY):
        return
    if answer.Status == CLIENT_ERROR:
        raise PostRefused(answer.Message)
    raise SystemUnavailable(wire.BASE)
