"""One fake per port: the same promises, kept in memory."""

from dataclasses import dataclass, field

from services.core.errors import SystemUnavailable
from services.integrations.mobile_carriers.port import Subscriber
from services.integrations.msisdn import msisdn
from services.integrations.sms.port import SmsMessage, SmsReceipt, SmsRefused


@dataclass
class FakeSms:
    """Keeps what was sent; `is_down` and `refusal` play the gateway's bad days."""

    sent: list[SmsMessage] = field(default_factory=list)
    is_down: bool = False
    refusal: str = ""

    def send(self, message: SmsMessage) -> SmsReceipt:
        """Hand the message over once per request id."""
        if msisdn(message.to) is None:
            raise SmsRefused("number")
        if self.is_down:
            raise SystemUnavailable("api")
        if self.refusal:
            raise SmsRefused(self.refusal)
        if message.request_id not in {sent.request_id for sent in self.sent}:
            self.sent.append(message)
        return SmsReceipt(message.request_id)

    def texts_to(self, phone: str) -> list[str]:
        """Return the texts this phone received, newest first."""
        return [
            sent.text
            for sent in reversed(self.sent)
            if msisdn(sent.to) == msisdn(phone)
        ]


@dataclass
class FakeMobileCarriers:
    """Everybody matches, but for the numbers that are on file."""

    on_file: list[Subscriber] = field(default_factory=list)
    down_for: set[str] = field(default_factory=set)
    is_down: bool = False

    def verify_subscriber(self, subscriber: Subscriber) -> bool:
        """Tell whether all that is said of the number is what is on file."""
        if (number := msisdn(subscriber.phone)) is None:
            return False
        if self.is_down or number in {msisdn(phone) for phone in self.down_for}:
            raise SystemUnavailable("verify")
        known = [one for one in self.on_file if msisdn(one.phone) == number]
        return not known or _facts(known[0]) == _facts(subscriber)


def _facts(subscriber: Subscriber) -> tuple[object, ...]:
    name = " ".join(subscriber.full_name.casefold().split())
    return (name, subscriber.birth_date, subscriber.citizen_id)
