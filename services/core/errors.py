"""The refusals a use case may give.

ServiceError
├── NotFound            it is not there, or it is not yours: one answer for both
├── Forbidden           this person may not do this
├── Conflict            it is somewhere else by now; look again
├── RuleViolation       what was typed breaks a rule; names the fields
├── ProofNeeded         who acts must prove again who they are, then try again
├── TooMany             a limit was reached; says when to come back
└── SystemUnavailable   another system does not answer, or answers nonsense
    └── SystemRefused   it will not take the question as it is: asking again is no use
"""

from collections.abc import Mapping
from datetime import datetime


class ServiceError(Exception):
    """A refusal that has words for the person (wording/errors.py)."""


class NotFound(ServiceError):
    """It does not exist, or it is not this person's: the answer is the same."""


class Forbidden(ServiceError):
    """The actor may not do this."""


class Conflict(ServiceError):
    """The record has moved on since the person last saw it."""


class RuleViolation(ServiceError):
    """What was given breaks rules: field name → key of the sentence to show."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{k}: {v}" for k, v in problems.items()))
        self.problems = dict(problems)


class ProofNeeded(ServiceError):
    """The act is sensitive, and the last proof of identity is too old."""


class TooMany(ServiceError):
    """A limit was reached; `until` is the moment it opens again."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


class SystemUnavailable(ServiceError):
    """Another system does not answer in time, or what it answers is unreadable.

    It may have said after how many seconds it wants to be asked again.
    """

    def __init__(self, question: str = "", retry_after: float | None = None) -> None:
        super().__init__(question)
        self.retry_after = retry_after


class SystemRefused(SystemUnavailable):
    """Another system refuses the question itself (4xx); `status` is its number."""

    def __init__(self, question: str, status: int) -> None:
        super().__init__(question)
        self.status = status
