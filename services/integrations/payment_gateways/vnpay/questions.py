"""VNPAY's questions and answers: JSON, with a hash over values joined by bars."""

import hmac
from collections.abc import Mapping
from datetime import date, datetime
from uuid import uuid4

import httpx

from services.core import clock
from services.core.errors import SystemUnavailable
from services.integrations import transport
from services.integrations.payment_gateways import checks
from services.integrations.payment_gateways.port import RefundOrder
from services.integrations.payment_gateways.vnpay import wire

HERE = "127.0.0.1"  # the address of the asking server
HASH = "SecureHash"
WORDS_MOST = 255
SYSTEM_NAME = "DVC"  # CreateBy


class Questions:
    """Puts signed questions for one merchant, and believes signed answers alone."""

    def __init__(
        self, client: httpx.Client, merchant: str, secret: str, names: wire.Names
    ) -> None:
        self._client, self._merchant, self._secret = client, merchant, secret
        self._names = names

    def query(self, number: str, begun_at: datetime) -> Mapping[str, str]:
        """Ask what became of an order (querydr)."""
        words = {
            "Order": number,
            "TransactionDate": checks.stamp(begun_at),
            "OrderInfo": f"Hoi giao dich {number}",
        }
        return self._put("querydr", uuid4().hex, words, self._names.api)

    def refund(self, refund: RefundOrder) -> Mapping[str, str]:
        """Ask to give back; their request id is our number, so twice is once."""
        kind = wire.WHOLE_REFUND if refund.is_whole else wire.PART_REFUND
        words = {
            "TransactionType": kind,
            "Order": refund.order_number,
            "Amount": str(refund.amount * self._names.scale),
            "TransactionNo": refund.transaction_id,
            "TransactionDate": checks.stamp(refund.begun_at),
            "CreateBy": SYSTEM_NAME,
            "OrderInfo": checks.bare(refund.words, WORDS_MOST),
        }
        return self._put("refund", refund.number, words, self._names.api)

    def report(self, day: date) -> Mapping[str, str]:
        """Ask for the ledger of a day (sandbox contract)."""
        words = {"ReportDate": f"{day:{checks.DAY}}"}
        return self._put("report", uuid4().hex, words, self._names.report)

    def _put(
        self, command: str, id: str, words: Mapping[str, str], path: str
    ) -> Mapping[str, str]:
        asked = {
            "RequestId": id,
            "Version": self._names.version,
            "Command": command,
            "Merchant": self._merchant,
            "CreateDate": checks.stamp(clock.now()),
            "IpAddr": HERE,
            **words,
        }
        fields = {self._names.field(word): value for word, value in asked.items()}
        hashed = self._hash(wire.HASHED[command], fields)
        fields[self._names.field(HASH)] = hashed
        answer = transport.post(
            self._client, path, wire.Message.model_validate(fields), wire.Message
        ).texts()
        return self._checked(command, words, answer, path)

    def _checked(
        self,
        command: str,
        asked: Mapping[str, str],
        answer: dict[str, str],
        path: str,
    ) -> Mapping[str, str]:
        """Return the answer by our words; unsigned or of another order is none."""
        wanted = self._hash(wire.HASHED_ANSWER[command], answer)
        given = answer.get(self._names.field(HASH), "").lower()
        told = {
            word: answer.get(self._names.field(word), "")
            for word in wire.HASHED_ANSWER[command].split()
        }
        key = "ReportDate" if command == "report" else "Order"
        is_ours = told["Merchant"] == self._merchant and told[key] == asked[key]
        is_genuine = hmac.compare_digest(wanted.encode(), given.encode())
        if not (is_genuine and is_ours and told["Command"] == command):
            raise SystemUnavailable(path)
        return told

    def _hash(self, words: str, fields: Mapping[str, str]) -> str:
        joined = self._names.joined(words, fields)
        return checks.keyed(self._secret, joined, self._names.digest)
