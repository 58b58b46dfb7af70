"""What a draft costs on the day it would be handed in (C14)."""

from datetime import datetime

from services.core.clock import local_day
from services.dossiers.answers import texts
from services.dossiers.form_answers import form_texts
from services.dossiers.queries import Draft
from services.dossiers.views import view_fees
from services.fees.in_force import have_begun
from services.fees.reckon import reckon
from services.fees.statement import Statement


def state_fees(draft: Draft, now: datetime) -> Statement:
    """Return the lines by the rules in force; of a procedure that never had a rule,
    by the catalogue."""
    day, channel = local_day(now), draft.dossier.channel
    rules = draft.catalogue.rules
    if not have_begun(rules, day):
        return Statement(view_fees(draft.catalogue, channel))
    answers = {**texts(draft), **form_texts(draft)}
    return reckon(rules, answers, day, answers["fee_relief"], str(channel))
