"""Where the portal writes to a person, and in which order (C22, R23)."""

from enum import StrEnum

from services.accounts.models import Account


class Channel(StrEnum):
    """Where the portal writes to a person; the portal itself is always one."""

    ZALO = "zalo"
    SMS = "sms"
    EMAIL = "email"
    PORTAL = "portal"


DEFAULT_CHANNELS = (Channel.SMS, Channel.EMAIL, Channel.PORTAL)


def channels_of(account: Account) -> tuple[Channel, ...]:
    """Return the channels in the person's order, or the order everybody begins with."""
    return tuple(Channel(one) for one in account.channels) or DEFAULT_CHANNELS


def contact_for(account: Account, channel: Channel) -> str:
    """Return where a channel reaches the person; empty when it cannot."""
    if channel is Channel.PORTAL:
        return ""
    if channel is Channel.EMAIL:
        return account.email or ""
    return account.phone or account.contact_phone
