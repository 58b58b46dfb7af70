"""One fake per port: the same promises, kept in memory."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

from services.core.errors import SystemUnavailable
from services.core.text import fold
from services.integrations.document_store.port import (
    StoreFile,
    StorePaper,
    StoreQuestion,
)
from services.integrations.identity_provider.port import (
    Authorization,
    Identity,
    IdentityRefused,
)
from services.integrations.mail.port import MailMessage
from services.integrations.mobile_carriers.port import Subscriber
from services.integrations.mobile_signing.port import (
    MobileSignatureOutcome,
    MobileSignatureRequest,
)
from services.integrations.msisdn import msisdn
from services.integrations.population.port import (
    PopulationQuestion,
    PopulationRecord,
)
from services.integrations.post_identity.port import PostCustomer
from services.integrations.public_post.port import (
    Order,
    ParcelEvent,
    ParcelStage,
    Party,
    PostRefused,
    PushRefused,
)
from services.integrations.remote_signing.port import (
    BatchRequest,
    RemoteCertificate,
    SignatureAsked,
    SignatureOutcome,
    SignatureRequest,
    SigningRefused,
    SigningState,
)
from services.integrations.sms.port import SmsMessage, SmsReceipt, SmsRefused
from services.integrations.social_insurance.port import InsuredPerson
from services.integrations.zalo.port import (
    ZaloMessage,
    ZaloRefused,
    ZaloTokenEnded,
    ZaloTokens,
)
from services.work import Systems
from tests.ministry_fakes import fake_ministries
from tests.payment_fakes import FakeBankFeed, FakeGateway


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
class FakeZalo:
    """Takes each refresh token once, as Zalo does; `refusal` is a phone without it."""

    sent: list[ZaloMessage] = field(default_factory=list)
    refresh_token: str = "sandbox"
    access_token: str = ""
    refreshed: int = 0
    is_down: bool = False
    refusal: str = ""

    def send(self, message: ZaloMessage, access_token: str) -> None:
        """Take the message once per request id, from whoever holds the token."""
        if self.is_down:
            raise SystemUnavailable("zalo")
        if msisdn(message.to) is None:
            raise ZaloRefused("number")
        if not access_token or access_token != self.access_token:
            raise ZaloTokenEnded("-124")
        if self.refusal:
            raise ZaloRefused(self.refusal)
        if message.request_id not in {sent.request_id for sent in self.sent}:
            self.sent.append(message)

    def refresh(self, refresh_token: str) -> ZaloTokens:
        """Give new keys for the token, and never take it again."""
        if self.is_down:
            raise SystemUnavailable("zalo")
        if refresh_token != self.refresh_token:
            raise ZaloRefused("-14014")
        self.refreshed += 1
        self.access_token = f"access-{self.refreshed}"
        self.refresh_token = f"refresh-{self.refreshed}"
        return ZaloTokens(self.access_token, self.refresh_token, 90_000)


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


@dataclass
class FakeMail:
    """Keeps what was sent."""

    sent: list[MailMessage] = field(default_factory=list)
    is_down: bool = False

    def send(self, message: MailMessage) -> None:
        """Keep the message once per request id."""
        if self.is_down:
            raise SystemUnavailable("mail")
        if message.request_id not in {sent.request_id for sent in self.sent}:
            self.sent.append(message)


@dataclass
class FakeIdentityProvider:
    """Redeems the codes it was told of."""

    people: dict[str, Identity] = field(default_factory=dict)  # code → person
    refusals: dict[str, str] = field(default_factory=dict)  # code → reason
    is_down: bool = False

    def authorize_url(self, begin: Authorization) -> str:
        """Return an address that carries the state."""
        if self.is_down:
            raise SystemUnavailable("identity")
        asked = {"state": begin.state, "redirect_uri": begin.redirect_uri}
        return f"https://identity.example/authorize?{urlencode(asked)}"

    def redeem(self, code: str, begin: Authorization) -> Identity:
        """Return the person of the code."""
        if self.is_down:
            raise SystemUnavailable("identity")
        if code in self.refusals or code not in self.people:
            raise IdentityRefused(self.refusals.get(code, "invalid"))
        return self.people[code]

    def sign_out_url(self, id_token: str, back_to: str) -> str:
        """Return an address that leads back."""
        asked = {"post_logout_redirect_uri": back_to}
        return f"https://identity.example/logout?{urlencode(asked)}"


@dataclass
class FakePopulation:
    """Knows the records it was given."""

    records: list[PopulationRecord] = field(default_factory=list)
    asked: list[PopulationQuestion] = field(default_factory=list)
    is_down: bool = False

    def find(self, question: PopulationQuestion) -> PopulationRecord | None:
        """Return the record when number, name and birth date agree."""
        record = self._on_file(question)
        return record if record and not _differing(question, record) else None

    def confirm(self, question: PopulationQuestion) -> tuple[str, ...] | None:
        """Return the fields that differ, or None for nobody found."""
        record = self._on_file(question)
        return None if record is None else _differing(question, record)

    def _on_file(self, question: PopulationQuestion) -> PopulationRecord | None:
        if self.is_down:
            raise SystemUnavailable("population")
        self.asked.append(question)
        known = {record.citizen_id: record for record in self.records}
        return known.get(question.citizen_id)


def _differing(
    question: PopulationQuestion, record: PopulationRecord
) -> tuple[str, ...]:
    wrong = []
    if fold(question.full_name) != fold(record.full_name):
        wrong.append("full_name")
    if question.birth_date != record.birth_date:
        wrong.append("birth_date")
    return tuple(wrong)


@dataclass
class FakeSocialInsurance:
    """Everybody matches, but for the insurance numbers on file."""

    on_file: list[InsuredPerson] = field(default_factory=list)
    is_down: bool = False

    def verify_insured(self, person: InsuredPerson) -> bool:
        """Tell whether all that is said is what is on file."""
        if self.is_down:
            raise SystemUnavailable("insurance")
        number = person.insurance_number
        known = [one for one in self.on_file if one.insurance_number == number]
        return not known or known[0] == person


@dataclass
class FakePostIdentity:
    """Knows the slips it printed."""

    slips: list[PostCustomer] = field(default_factory=list)
    is_down: bool = False

    def verify_customer(self, customer: PostCustomer) -> bool:
        """Tell whether this very slip was printed."""
        if self.is_down:
            raise SystemUnavailable("post")
        return customer in self.slips


@dataclass
class FakePublicPost:
    """Takes every order once, and tells what it was told to tell."""

    orders: dict[str, Order] = field(default_factory=dict)
    events: list[ParcelEvent] = field(default_factory=list)
    cancelled: set[str] = field(default_factory=set)
    price: int = 26_000
    asked: int = 0  # how often anything was asked
    is_down: bool = False
    refusal: str = ""

    def quote(self, sender: Party, receiver: Party) -> int:
        """Return the price."""
        self._answer()
        return self.price

    def create(self, order: Order) -> None:
        """Keep the order; its number again changes nothing."""
        self._answer()
        if order.number not in self.orders:
            self.orders[order.number] = order
            self.happen(order.number, ParcelStage.ACCEPTED)

    def cancel(self, number: str) -> bool:
        """Take the order back while nobody has collected it."""
        self._answer(refuses=False)
        stages = {e.stage for e in self.events if e.order_number == number}
        if number not in self.orders or stages - {ParcelStage.ACCEPTED}:
            return False
        self.cancelled.add(number)
        return True

    def track(self, after: str, most: int) -> tuple[ParcelEvent, ...]:
        """Return what happened after the cursor."""
        self._answer(refuses=False)
        return tuple(event for event in self.events if event.id > after)[:most]

    def read_push(self, body: bytes, signature: str) -> ParcelEvent | None:
        """Return the line of this id; a signature says whether it is genuine."""
        if signature != "good":
            raise PushRefused(is_forged=True)
        found = [event for event in self.events if event.id == body.decode()]
        if not found:
            raise PushRefused(is_forged=False)
        return found[0]

    def happen(self, number: str, stage: ParcelStage) -> None:
        """Let something happen to the parcel of an order."""
        at = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
        event = f"{len(self.events) + 1:024x}"
        parcel = f"CE{len(self.orders):09d}VN"
        words = stage.value
        self.events.append(ParcelEvent(event, number, parcel, stage, words, at))

    def _answer(self, refuses: bool = True) -> None:
        self.asked += 1
        if self.is_down:
            raise SystemUnavailable("post")
        if self.refusal and refuses:
            raise PostRefused(self.refusal)


@dataclass
class FakeRemoteSigning:
    """Holds certificates, and answers as it was told."""

    held: dict[str, tuple[RemoteCertificate, ...]] = field(default_factory=dict)
    asked: list[SignatureRequest] = field(default_factory=list)
    batches: list[BatchRequest] = field(default_factory=list)
    answer: SignatureOutcome = field(
        default_factory=lambda: SignatureOutcome(SigningState.WAITING)
    )
    is_down: bool = False

    def certificates(self, user_id: str) -> tuple[RemoteCertificate, ...]:
        """Return what is held for this person."""
        if self.is_down:
            raise SystemUnavailable("signing")
        return self.held.get(user_id, ())

    def ask_signature(self, request: SignatureRequest) -> SignatureAsked:
        """Note the request."""
        if self.is_down:
            raise SystemUnavailable("signing")
        self.asked.append(request)
        return SignatureAsked(request.transaction_id, "42")

    def ask_signatures(self, request: BatchRequest) -> SignatureAsked:
        """Note the batch; an id used before is refused, as the service does."""
        if self.is_down:
            raise SystemUnavailable("signing")
        if request.transaction_id in {one.transaction_id for one in self.batches}:
            raise SigningRefused("TRANSACTION_ID_EXISTED")
        self.batches.append(request)
        return SignatureAsked(request.transaction_id, "42")

    def outcome(self, reference: str) -> SignatureOutcome:
        """Return the answer set."""
        if self.is_down:
            raise SystemUnavailable("signing")
        return self.answer


@dataclass
class FakeMobileSigning:
    """Answers as it was told."""

    asked: list[MobileSignatureRequest] = field(default_factory=list)
    answer: MobileSignatureOutcome = field(
        default_factory=lambda: MobileSignatureOutcome(SigningState.WAITING)
    )
    is_down: bool = False

    def ask_signature(self, request: MobileSignatureRequest) -> str:
        """Note the request."""
        if self.is_down:
            raise SystemUnavailable("signing")
        self.asked.append(request)
        return request.transaction_id

    def outcome(self, reference: str) -> MobileSignatureOutcome:
        """Return the answer set."""
        if self.is_down:
            raise SystemUnavailable("signing")
        return self.answer


@dataclass
class FakeAuthorities:
    """Roots and lists as they were given."""

    root_certificates: tuple[bytes, ...] = ()
    lists: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, bytes] = field(default_factory=dict)
    is_down: bool = False

    def roots(self) -> tuple[bytes, ...]:
        """Return the roots."""
        return self.root_certificates

    def revocation_list(self, address: str) -> bytes:
        """Return the list of this address."""
        if self.is_down or address not in self.lists:
            raise SystemUnavailable("crl")
        return self.lists[address]

    def ask_status(self, address: str, question: bytes) -> bytes:
        """Return the answer of this address."""
        if self.is_down or address not in self.answers:
            raise SystemUnavailable("ocsp")
        return self.answers[address]


@dataclass
class FakeDocumentStore:
    """Knows papers by the number of their owner, and files by their path."""

    papers: dict[str, tuple[StorePaper, ...]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[StoreQuestion] = field(default_factory=list)
    is_down: bool = False

    def find(self, question: StoreQuestion) -> tuple[StorePaper, ...]:
        """Return this person's papers, of the kinds wanted."""
        if self.is_down:
            raise SystemUnavailable("store")
        self.asked.append(question)
        codes = {code for code, _ in question.wanted}
        held = self.papers.get(question.owner_number, ())
        return tuple(one for one in held if not codes or one.code in codes)

    def fetch(self, file: StoreFile) -> bytes | None:
        """Return the file of this path."""
        if self.is_down:
            raise SystemUnavailable("store")
        return self.files.get(file.path)


def fake_systems() -> Systems:
    """Return all outside systems at their best."""
    return Systems(
        sms=FakeSms(),
        mail=FakeMail(),
        zalo=FakeZalo(),
        carriers=FakeMobileCarriers(),
        national_identity=FakeIdentityProvider(),
        police_identity=FakeIdentityProvider(),
        population=FakePopulation(),
        ministries=fake_ministries(),
        social_insurance=FakeSocialInsurance(),
        post_identity=FakePostIdentity(),
        public_post=FakePublicPost(),
        smart_ca=FakeRemoteSigning(),
        sim_signing=FakeMobileSigning(),
        authorities=FakeAuthorities(),
        document_store=FakeDocumentStore(),
        gateways={"vnpay": FakeGateway("vnpay"), "national": FakeGateway("national")},
        bank_feed=FakeBankFeed(),
    )
