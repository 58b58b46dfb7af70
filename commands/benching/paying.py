"""A gateway that tells of payments, and people who choose a bank (PAY-3, C19).

Import it only after the database is named.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import httpx
from sqlmodel import select

from commands.benching import sockets
from commands.benching.figures import Timings
from commands.benching.filing import Filing, find_filing, make_drafts
from commands.benching.ground import Ground
from commands.benching.turns import in_turns
from commands.benching.visitors import CITIZEN, cookies_of
from dvc_app import routes
from services.core.clock import now
from services.integrations.payment_gateways.checks import keyed, stamp
from services.integrations.payment_gateways.port import Payer
from services.integrations.payment_gateways.vnpay import wire
from services.payments.begin_payment import begin_payment
from services.payments.beneficiary import beneficiary_of
from services.payments.models import DueMoment, Payment
from services.payments.open_request import Asked, open_request
from services.payments.views import DueLine
from services.runtime import run
from services.settings import settings
from services.work import Work

AT_ONCE = 8  # notices on their way at the same moment
AMOUNT = 75_000  # đồng
PROVIDER, GATEWAY = "vietcombank", "vnpay"
HASH, DONE, AGAIN = "SecureHash", '"00"', '"02"'  # what VNPAY is answered
PAYER = Payer("Nguyen Van Mau", "999190000001", "0900000101", "To dan pho 5")
KEYS = 8  # requests that people look at in turn


@dataclass(frozen=True)
class Bill:
    """A request of a dossier that nobody handed in."""

    key: str
    invoice: str


@dataclass(frozen=True)
class Heard:
    """How quickly notices were answered, and what they are held against."""

    first: Timings
    again: Timings
    bare: Timings  # as many calls of the empty application


async def notices(ground: Ground, count: int) -> Heard:
    """Have so many payments told, each of them once and then once more."""
    said = _notices(count)
    address = routes.fill(routes.API_PAYMENT_NOTICE, gateway=GATEWAY)
    told = [f"{ground.portal.url}{address}?{one}" for one in said]
    await _call(told[:AT_ONCE], DONE)  # warms up: these are repeats below
    first = await _call(told[AT_ONCE:], DONE)
    again = await _call(told, AGAIN)
    bare = await _call([f"{ground.empty.url}/ping"] * len(told), "")
    return Heard(first, again, bare)


async def bank_lists(
    ground: Ground, count: int, seconds: float
) -> tuple[Timings, Timings]:
    """Return how long the list of banks takes, and how long an empty press."""
    bills, cookies = _bills(KEYS), cookies_of(CITIZEN, count)
    asked = Counter[int]()

    def look(who: int) -> sockets.Ask:
        asked[who] += 1
        bill = bills[(who + asked[who]) % KEYS]
        path = routes.fill(routes.PAYMENT_WAYS, request=bill.key)
        return sockets.Ask(sockets.LOAD, path, {}, f'"invoice": "{bill.invoice}"')

    first = routes.fill(routes.PAYMENT_WAYS, request=bills[0].key)
    return await in_turns(ground, first, cookies, look, seconds)


async def _call(addresses: Sequence[str], answer: str) -> Timings:
    """Get every address, several at once; each answer must hold these letters."""
    waiting, times = deque(addresses), list[float]()

    async def go_on(client: httpx.AsyncClient) -> None:
        while waiting:
            start = time.perf_counter()
            came = await client.get(waiting.popleft())
            times.append(1000 * (time.perf_counter() - start))
            came.raise_for_status()
            assert answer in came.text, came.text

    async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
        began = time.perf_counter()
        await asyncio.gather(*(go_on(client) for _ in range(AT_ONCE)))
        return Timings(tuple(times), time.perf_counter() - began)


def _notices(count: int) -> list[str]:
    """Return what the gateway says of so many payments that people began."""
    filing = find_filing()
    opener = partial(run, filing.actor)
    for number, bill in enumerate(_bills(count + AT_ONCE, filing)):
        begin_payment(opener, bill.key, PROVIDER, f"bench-{number}", AMOUNT)

    def begun(work: Work) -> list[str]:
        is_open = select(Payment.number).where(Payment.gateway == GATEWAY)
        return list(work.session.exec(is_open.order_by(Payment.number)))

    return [_notice(number) for number in run(filing.actor, begun)]


def _notice(number: str) -> str:
    """Return the signed query that says that this order was paid."""
    us, field = settings().vnpay, wire.VNPAY.field
    fields = {
        field("Merchant"): us.merchant,
        field("Order"): number,
        field("Amount"): str(AMOUNT * wire.VNPAY.scale),
        field("TransactionNo"): number[-12:],
        field("ResponseCode"): wire.OK,
        field("TransactionStatus"): wire.OK,
        field("PayDate"): stamp(now()),
    }
    query = wire.canonical(fields)
    secret = us.secret.get_secret_value()
    return f"{query}&{field(HASH)}={keyed(secret, query, wire.VNPAY.digest)}"


def _bills(count: int, filing: Filing | None = None) -> list[Bill]:
    """Ask for money for so many drafts."""
    filing = filing or find_filing()
    drafts = make_drafts(filing, count)
    return [run(filing.actor, _bill, filing, draft) for draft in drafts]


def _bill(work: Work, filing: Filing, draft: UUID) -> Bill:
    asked = Asked(
        dossier_id=draft,
        moment=DueMoment.RECEPTION,
        account_id=filing.account_id,
        agency_id=filing.agency_id,
        agency_code=filing.agency_code,
        agency_name=filing.agency_code,
        procedure_code=filing.procedure_code,
        procedure_name=filing.procedure_code,
        applicant_name=PAYER.name,
        lines=(DueLine("Phi", "charge", AMOUNT),),
        beneficiary=beneficiary_of(work.province, filing.agency_code),
        dossier_code=f"bench-{draft}",
        payer=PAYER,
    )
    request = open_request(work, asked)
    return Bill(request.link_key, request.invoice_number)
