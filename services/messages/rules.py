"""Rules of messages: how long, how many, and where their files lie."""

from datetime import timedelta
from uuid import UUID

from services.dossiers.views import LATER

TEXT_LENGTHS = (1, 2000)
MOST_FILES = 3
PER_HOUR = 20  # of one person about one dossier
HOUR = timedelta(hours=1)
SHOWN = 200  # the latest of a thread; nobody reads more at once
MESSAGES = f"{LATER}message."


def slot_of(message_id: UUID) -> str:
    """Return the slot of the files of a message that was sent."""
    return f"{MESSAGES}{message_id.hex}"


def writing_slot(account_id: UUID) -> str:
    """Return the slot of the files of a message that is being written."""
    return f"{MESSAGES}new.{account_id.hex}"
