"""The SMS gateway over the VNPT brandname contract."""

from dataclasses import dataclass

import httpx

from services.integrations import transport
from services.integrations.msisdn import msisdn
from services.integrations.sms import wire
from services.integrations.sms.port import SmsMessage, SmsReceipt, SmsRefused

INVALID_NUMBER = "number"


@dataclass(frozen=True)
class SmsContract:
    """The numbers VNPT writes into the province's contract."""

    agent_id: str = "1"
    contract_type_id: str = "1"
    contract_id: str = "1"
    template_id: str = "1"


class HttpSmsGateway:
    """Sends through `{base}/api`; the template holds one blank, the whole text."""

    def __init__(
        self,
        client: httpx.Client,
        user: str,
        password: str,
        label: str,
        contract: SmsContract | None = None,
    ) -> None:
        self._client = client
        self._user, self._password, self._label = user, password, label
        self._contract = contract or SmsContract()

    def send(self, message: SmsMessage) -> SmsReceipt:
        """Hand the message over; the success is judged from the body."""
        if (phone := msisdn(message.to)) is None:
            raise SmsRefused(INVALID_NUMBER)
        question = wire.Question(RQST=self._request(message, phone))
        reply = transport.post(self._client, "api", question, wire.Answer).RPLY
        if reply.ERROR != wire.ACCEPTED:
            raise SmsRefused(reply.ERROR)
        return SmsReceipt(message.request_id)

    def _request(self, message: SmsMessage, phone: str) -> wire.Request:
        return wire.Request(
            REQID=message.request_id,
            LABELID=self._label,
            CONTRACTTYPEID=self._contract.contract_type_id,
            CONTRACTID=self._contract.contract_id,
            TEMPLATEID=self._contract.template_id,
            PARAMS=[wire.Param(NUM="1", CONTENT=message.text)],
            MOBILELIST=phone,
            AGENTID=self._contract.agent_id,
            APIUSER=self._user,
            APIPASS=self._password,
            USERNAME=self._user,
            DATACODING=wire.PLAIN if message.text.isascii() else wire.UNICODE,
        )
