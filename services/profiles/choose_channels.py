"""Choose where the portal writes first, and where not at all (C22, R23)."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.accounts.channels import Channel, channels_of
from services.accounts.models import Account
from services.audit.record import record
from services.work import Work


@dataclass(frozen=True)
class Channels:
    """The channels in the person's order, and what they would lead to."""

    chosen: tuple[Channel, ...]
    phone: str
    email: str


def my_channels(work: Work) -> Channels:
    """Return the channels as they were chosen, or as they are at first."""
    account = work.session.get_one(Account, work.actor.require_citizen())
    return Channels(channels_of(account), account.phone or "", account.email or "")


def choose_channels(work: Work, wanted: Sequence[str]) -> Channels:
    """Keep this order; the portal itself is always among them.

    What a person must do is told there whatever else is switched off.
    """
    account_id = work.actor.require_citizen()
    account = work.session.get_one(Account, account_id, with_for_update=True)
    known = [one for one in dict.fromkeys(wanted) if one in set(Channel)]
    order = known if Channel.PORTAL in known else [*known, Channel.PORTAL]
    kept = [str(one) for one in order]
    if kept != account.channels:
        account.channels = kept
        record(work, "channels.chosen", account.id, first=kept[0])
    return my_channels(work)
