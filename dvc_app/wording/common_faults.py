"""Words of what dossiers are usually returned for, “Những lỗi hay gặp” (N10)."""

from dvc_app.wording import filing
from services.common_faults.usual_faults import UsualFault
from services.procedures.models import AgencyLevel

TITLE = "Những lỗi hay gặp"
LEAD = (
    "Hồ sơ của thủ tục này trong 12 tháng qua thường phải sửa vì những điều sau. Xem "
    "trước để nộp một lần là được."
)
CASES = "{cases} hồ sơ ở {level}"
LEVELS: dict[AgencyLevel, str] = {
    AgencyLevel.PROVINCE: "cấp tỉnh",
    AgencyLevel.DEPARTMENT: "sở, ngành",
    AgencyLevel.COMMUNE: "cấp xã",
}
NAMED = "{name}: {reason}"


def say_fault(fault: UsualFault) -> tuple[str, str, str]:
    """Return what is wrong, what to do, and in how many dossiers; or empty words."""
    reason, how_to = fault.reason, fault.how_to
    if not reason:  # the text is no longer in force
        return "", "", ""
    name = fault.label or filing.LABELS.get(fault.target, "")
    said = NAMED.format(name=name, reason=reason.lower()) if name else reason
    counted = CASES.format(cases=fault.cases, level=LEVELS[fault.level])
    return said, how_to, counted
