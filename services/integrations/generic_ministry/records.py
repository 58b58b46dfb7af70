"""Hands what was issued to a ministry of the shared contract (contracts 5.8, 5.9)."""

from services.integrations import transport
from services.integrations.generic_ministry import wire
from services.integrations.generic_ministry.exchange import GenericMinistry, judged
from services.integrations.generic_ministry.port import Said, Told

CALL = "dongBoGiayPhep"  # its path has no release number


class RecordMinistry(GenericMinistry):
    """The same ministry, which also keeps permits or documents."""

    def save_record(self, record: Said) -> Told:
        """Send it; their number comes back, the same one for the same record."""
        path = f"{self._base}/{CALL}"
        asked = wire.Record.model_validate(record)
        answer = transport.post(self._client, path, asked, wire.RecordAnswer)
        return judged(answer, CALL, answer.MaDongBo)
