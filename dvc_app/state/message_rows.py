"""The talk about a dossier as display strings, for both sides."""

from dataclasses import dataclass

from dvc_app import formats
from dvc_app.state.later_files import LaterFile, later_file
from dvc_app.wording import messages as wording
from services.messages.open_thread import MessageView


@dataclass(frozen=True)
class MessageRow:
    """One message."""

    id: str
    who: str
    when: str
    text: str
    seen: str
    css: str
    files: list[LaterFile]


def message_row(message: MessageView, is_officer: bool) -> MessageRow:
    """Return a message; of one's own side it also says whether it was seen."""
    who = message.sender_name
    if not is_officer:
        office = wording.OFFICE.format(name=message.sender_name)
        who = office if message.is_from_office else wording.YOU
    seen = ""
    if message.is_mine:
        moment = formats.short_moment(message.seen_at)
        seen = wording.SEEN.format(moment=moment) if moment else wording.NOT_SEEN
    return MessageRow(
        id=str(message.id),
        who=who,
        when=formats.moment(message.at),
        text=message.text,
        seen=seen,
        css="message message--mine" if message.is_mine else "message",
        files=[later_file(file) for file in message.files],
    )
