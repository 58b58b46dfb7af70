"""Carry one message on one channel; run by the worker (R23)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

import structlog

from services.accounts.channels import Channel, contact_for
from services.accounts.models import Account, AccountStatus
from services.accounts.register import Opener
from services.core.clock import local_day
from services.core.errors import Forbidden, SystemUnavailable
from services.integrations.mail.port import MailMessage, MailRefused
from services.integrations.sms.port import SmsMessage, SmsRefused
from services.integrations.zalo.port import ZaloMessage, ZaloRefused
from services.notifications.models import (
    DeliveryState,
    Notification,
    NotificationDelivery,
    Sort,
)
from services.notifications.note_outcome import Outcome, note_outcome
from services.notifications.own_words import own_words
from services.notifications.rules import SORTS
from services.notifications.texts import MessageTexts, message_texts
from services.notifications.zalo_tokens import send_by_zalo
from services.work import Work

logger = structlog.get_logger()
REFUSALS = (MailRefused, SmsRefused, ZaloRefused)


class Skip(StrEnum):
    """Why a message need not go any more; each has its words on the page."""

    CLOSED = "closed"  # the account
    READ = "read"  # in the portal, while the quiet hours lasted
    NO_CONTACT = "no_contact"


@dataclass(frozen=True)
class Letter:
    """What is to be sent where; or why not."""

    channel: Channel
    to: str
    texts: MessageTexts
    skip: Skip | None = None


def deliver(opener: Opener, delivery_id: UUID, tries: int) -> None:
    """Read, hand over, note: nothing is locked while another system is waited for.

    A refusal or the last try without an answer gives the turn to the next channel.
    The delivery's id is the request id, so a second try sends nothing twice.
    """
    letter = opener(read_letter, delivery_id, tries)
    if letter is not None:
        outcome = _hand_over(opener, str(delivery_id), letter)
        opener(note_outcome, delivery_id, tries, outcome)


def read_letter(work: Work, delivery_id: UUID, tries: int) -> Letter | None:
    """Return the message, or None when this try is not wanted any more."""
    if not work.actor.is_system:
        raise Forbidden("system")
    delivery = work.session.get(NotificationDelivery, delivery_id)
    if delivery is None or delivery.state is not DeliveryState.WAITING:
        return None
    if delivery.tries != tries:  # this try has been made
        return None
    told = work.session.get_one(Notification, delivery.notification_id)
    account = work.session.get_one(Account, told.account_id)
    channel = Channel(delivery.channel)
    to = contact_for(account, channel)
    skip = _skip(told, account, delivery)
    if skip is None and not to:
        skip = Skip.NO_CONTACT
    return Letter(channel, to, _texts(work, told), skip)


def _texts(work: Work, told: Notification) -> MessageTexts:
    own = own_words(work.session, told.subject, local_day(work.now))
    return message_texts(work.province, told, own)


def _skip(
    told: Notification, account: Account, delivery: NotificationDelivery
) -> Skip | None:
    if account.status is AccountStatus.CLOSED:
        return Skip.CLOSED
    is_urgent = SORTS[told.subject] is Sort.TO_DO or delivery.is_asked
    return Skip.READ if told.read_at is not None and not is_urgent else None


def _hand_over(opener: Opener, request_id: str, letter: Letter) -> Outcome:
    if letter.skip is Skip.NO_CONTACT:
        return Outcome(DeliveryState.FAILED, letter.skip)
    if letter.skip is not None:
        return Outcome(DeliveryState.SKIPPED, letter.skip)
    try:
        if letter.channel is Channel.ZALO:
            message = ZaloMessage(request_id, letter.to, letter.texts.zalo)
            send_by_zalo(opener, message)
        else:
            opener(_send, request_id, letter)
    except REFUSALS as refusal:
        logger.warning("message_refused", delivery=request_id, code=refusal.code)
        return Outcome(DeliveryState.FAILED, refusal.code)
    except SystemUnavailable:
        return Outcome(DeliveryState.WAITING, "unavailable")
    return Outcome(DeliveryState.SENT)


def _send(work: Work, request_id: str, letter: Letter) -> None:
    """The session is not used: nothing is locked while the gateway is waited for."""
    texts = letter.texts
    if letter.channel is Channel.EMAIL:
        mail = MailMessage(request_id, letter.to, texts.subject, texts.mail)
        work.systems.mail.send(mail)
    else:
        work.systems.sms.send(SmsMessage(request_id, letter.to, texts.sms))
