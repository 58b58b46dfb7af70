"""The public post behind the data gateway; what it pushes is signed."""

import hashlib
import hmac
from dataclasses import dataclass, field
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
    PushRefused,
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


@dataclass(frozen=True)
class Access:
    """How the province is known there, and the post here."""

    key: str = field(repr=False)
    secret: str = field(repr=False)
    customer: str
    push_key: str = field(repr=False)


class HttpPublicPost:
    """Asks through the gateway, in the name of the province's customer code."""

    def __init__(self, client: httpx.Client, access: Access) -> None:
        client.auth = GatewayLogin(client.base_url, access.key, access.secret)
        self._client, self._customer = client, access.customer
        self._push_key = access.push_key.encode()

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
            _event(event)
            for event in page.embedded.docs
            if event.CustomerCode == self._customer
        )

    def read_push(self, body: bytes, signature: str) -> ParcelEvent | None:
        """Return the line, compared in constant time (sandbox contract)."""
        wanted = hmac.new(self._push_key, body, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(wanted.encode(), signature.encode()):
            raise PushRefused(is_forged=True)
        try:
            event = transport.read_answer(body, wire.Event)
        except ValueError:
            raise PushRefused(is_forged=False) from None
        return _event(event) if event.CustomerCode == self._customer else None


def _event(event: wire.Event) -> ParcelEvent:
    return ParcelEvent(
        id=event.id.oid,
        order_number=event.OrderNumber,
        parcel=event.ItemCode,
        stage=STAGES.get(event.StatusCode, ParcelStage.UNKNOWN),
        words=event.StatusMessage,
        at=event.EventTime.replace(tzinfo=ZONE),
    )


def _check(answer: wire.Answer) -> None:
    if answer.Status in (wire.DONE, wire.ALREADY):
        return
    if answer.Status == CLIENT_ERROR:
        raise PostRefused(answer.Message)
    raise SystemUnavailable(wire.BASE)
