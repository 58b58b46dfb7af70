"""Take a result back before it is approved."""

from services.audit.record import record
from services.core.errors import Conflict, NotFound
from services.processing.announce import announce
from services.processing.queries import renew_version
from services.results.numbering import free_number
from services.results.queries import open_item, result_file, standing_result
from services.results.rules import lock_for_result
from services.work import Work


def remove_result(work: Work, code: str) -> int:
    """Take the result back; return the version. What is approved stays.

    Whoever was about to approve it saw an older dossier, and is asked to look again.
    """
    dossier, steps = lock_for_result(work, code)
    result = standing_result(work.session, dossier.id)
    if result is None:
        raise NotFound("result")
    if open_item(work.session, result.id) is not None:
        raise Conflict("being_signed")
    assert dossier.agency_id is not None
    free_number(work, result, dossier.agency_id)
    result.removed_at = work.now
    result.removed_by_id = work.actor.account_id
    steps[-1].result_id = None
    work.session.add_all([result, steps[-1]])
    file = result_file(work.session, dossier.id, result.file_id)
    if file is not None:
        file.removed_at = work.now
        work.session.add(file)
    renew_version(work, dossier)
    record(work, "remove_result", dossier.id)
    announce(work, dossier)
    return dossier.version
