"""What every form remembers: what is wrong with it, and that it was tried."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import reflex as rx

from dvc_app.wording.errors import TO_FIX


@dataclass(frozen=True)
class Problem:
    """One line of the error summary: the field, and what to do (R9, R10)."""

    field: str
    words: str


class FormState(rx.State, mixin=True):
    """Faults of one form. The text fields themselves are never bound (R7)."""

    problems: dict[str, str] = {}
    problem_list: list[Problem] = []
    problem_heading: str = ""
    attempt: str = ""  # changes with every refusal, so that focus moves again
    busy: bool = False

    def _refuse(
        self,
        problems: Mapping[str, str],
        words: Mapping[str, str],
        names: Mapping[str, str] | None = None,
    ) -> None:
        """Show the sentence of each fault; `words` maps its key to the sentence.

        A field with a name of its own, such as a paper, is named before it.
        """
        named = names or {}
        self._show(
            {
                field: f"{named[field]}: {words[key]}" if field in named else words[key]
                for field, key in problems.items()
            }
        )

    def _show(self, sentences: Mapping[str, str]) -> None:
        """Show these sentences, each at its field and in the summary."""
        self.problems = dict(sentences)
        self.problem_list = [Problem(f, w) for f, w in self.problems.items()]
        self.problem_heading = TO_FIX.format(count=len(sentences))
        self.attempt = str(int(self.attempt or 0) + 1)

    def _forgive(self, fields: Collection[str]) -> None:
        """Take away the faults of fields that have been seen to since."""
        if self.problems.keys() & set(fields):
            rest = {f: w for f, w in self.problems.items() if f not in fields}
            self.problems = rest
            self.problem_list = [Problem(f, w) for f, w in rest.items()]
            self.problem_heading = TO_FIX.format(count=len(rest))

    def _accept(self) -> None:
        """Take every fault away."""
        self.problems, self.problem_list = {}, []
        self.problem_heading = self.attempt = ""
