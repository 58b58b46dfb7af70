"""Which question is put to which register, and how."""

from collections.abc import Callable, Mapping

from services.look_ups import budget_units, enterprises, transport
from services.look_ups.gathering import Patience
from services.look_ups.models import Question
from services.look_ups.read_fields import Fields
from services.look_ups.told import Told
from services.ministries import Ministries

Read = Callable[[Ministries, Fields, Patience], Told]
READS: Mapping[Question, Read] = {
    Question.ENTERPRISE: enterprises.read_enterprise,
    Question.ENTERPRISE_RECEIVED: enterprises.read_received,
    Question.ENTERPRISE_TODAY: enterprises.read_today,
    Question.ENTERPRISE_DOSSIER: enterprises.read_registration,
    Question.BUDGET_DOSSIERS: budget_units.read_dossiers,
    Question.BUDGET_DOSSIER: budget_units.read_dossier,
    Question.BUDGET_COUNTS: budget_units.read_counts,
    Question.TRANSPORT_DOSSIERS: transport.read_dossiers,
    Question.TRANSPORT_DOSSIER: transport.read_dossier,
    Question.TRANSPORT_MONTH: transport.read_month,
}


def read_register(
    ministries: Ministries, question: Question, fields: Fields, patience: Patience
) -> Told:
    """Put the question; SystemUnavailable when the whole answer is not to be had."""
    return READS[question](ministries, fields, patience)
