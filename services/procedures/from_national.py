"""Find the procedure and the unit that a link of the national portal names (contracts 2).

`/nop-ho-so?MaTTHCDP=2.000815.000.00.00.H55&MaCoQuanThucHien=H55.242&vnconnect=1…`: codes
of a procedure come in three forms, of an agency in two.
"""

import re

from services.core.errors import NotFound
from services.procedures.index import current_index
from services.work import Work

CODE = re.compile(
    r"(?P<national>\d\.\d{6})(\.000\.00\.00)?(\.(?P<owner>[HG]\d{2}))?(\.\d{2})?"
)
MINISTRY = "G"
# The older form of an agency's code: 000.xx.yy.Hzz (QCVN 102:2016).
OLD_AGENCY = re.compile(
    r"000\.(?P<second>\d{2})\.(?P<third>\d{2})\.(?P<province>[HG]\d{2})"
)
NONE = "00"


def named_procedure(work: Work, code: str) -> str:
    """Return our code of the procedure; one of another province is not there."""
    known = current_index(work.session).by_code
    if code in known:
        return code
    named = CODE.fullmatch(code)
    if named is None:
        raise NotFound("procedure")
    owner = named["owner"] or work.province.code
    if not owner.startswith(MINISTRY) and owner != work.province.code:
        raise NotFound("procedure")
    if named["national"] not in known:
        raise NotFound("procedure")
    return named["national"]


def named_agency(code: str) -> str:
    """Return the code of an agency in the newer form, Hzz.xx.yy."""
    old = OLD_AGENCY.fullmatch(code)
    if old is None:
        return code
    parts = (old["province"], *(old[p] for p in ("third", "second") if old[p] != NONE))
    return ".".join(parts)
