"""Begin to send a file that goes along with a message."""

from uuid import UUID

from services.dossiers.models import Dossier
from services.files.begin import NewUpload, Upload, begin
from services.files.rules import UploadLimits
from services.messages.queries import spoken_of
from services.messages.rules import MOST_FILES, writing_slot
from services.signals import dossier_topic, tell
from services.work import Work


def begin_message_upload(work: Work, code: str, name: str, size: int) -> Upload:
    """Take a file; only its sender sees it until the message is sent."""
    sender_id = work.actor.require_signed_in()
    dossier = spoken_of(work, code, to_write=True)
    limits = UploadLimits(files_per_slot=MOST_FILES)
    slot = writing_slot(sender_id)
    new = NewUpload(dossier.id, slot, name, size, _right(work, dossier))
    upload = begin(work, new, limits)
    tell(work.session, dossier_topic(dossier.id))
    return upload


def _right(work: Work, dossier: Dossier) -> UUID | None:
    is_mine = dossier.account_id == work.actor.account_id
    return dossier.delegation_id if is_mine else None
