"""How papers travel, in the words of citizen and officer alike."""

from dvc_app import formats
from dvc_app.wording import delivery
from services.dossiers.freeze_terms import FrozenDelivery
from services.dossiers.models import Delivery


def delivery_lines(chosen: FrozenDelivery) -> list[str]:
    """Return how the result comes and how papers go, line by line."""
    lines = [delivery.AT_COUNTER, chosen.place_name, chosen.place_address]
    person = " · ".join(part for part in (chosen.person_name, chosen.person_phone))
    if chosen.way == Delivery.POST:
        lines = [delivery.BY_POST, person, chosen.address]
    if chosen.collection_day:
        part = delivery.PARTS.get(chosen.collection_part, "")
        when = f"{formats.day(chosen.collection_day)}, {part.lower()}"
        lines += [f"{delivery.COMES}: {when}"]
        if chosen.way != Delivery.POST:
            lines += [person, chosen.address]
    return [line for line in (*lines, delivery.ELECTRONIC_TITLE) if line.strip(" ·")]
