"""The calendar entries kept in a process that hears at once when they change."""

from services.calendars.queries import Entries

CALENDAR_TOPIC = "calendar"


class Memory:
    """What was read last, while this process listens; otherwise nothing is kept."""

    def __init__(self) -> None:
        self.is_listening = False
        self.entries: Entries | None = None
        self.heard = 0  # changes: what was read before the last one is not kept

    def hear(self, topic: str) -> None:
        """Forget what changed; "" begins to listen, when some may have been missed."""
        if topic in ("", CALENDAR_TOPIC):
            self.entries = None
            self.heard += 1
            self.is_listening = True

    def keep(self, entries: Entries, heard: int) -> None:
        """Keep what was read, unless something changed while it was."""
        if self.is_listening and heard == self.heard:
            self.entries = entries

    def deafen(self) -> None:
        """Keep nothing while nothing is heard."""
        self.entries, self.is_listening = None, False


memory = Memory()
