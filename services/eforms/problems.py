"""What may be wrong with an answer of a form, beside what its reader says."""

from enum import StrEnum


class FormProblem(StrEnum):
    """One sentence each in the wording."""

    OPTION_MISSING = "option_missing"  # nothing was chosen
    OPTION_UNKNOWN = "option_unknown"  # not one of the list
    TICK_MISSING = "tick_missing"
    PLACE_MISSING = "place_missing"
    PLACE_UNKNOWN = "place_unknown"  # no commune of today
    NUMBER_FORMAT = "number_format"
    NUMBER_SMALL = "number_small"
    NUMBER_LARGE = "number_large"
    TIME_FORMAT = "time_format"
    ROWS_FEW = "rows_few"
    ROWS_MANY = "rows_many"
