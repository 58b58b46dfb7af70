"""The everyday words are well formed."""

from services.procedures.everyday import find_phrases, tokens, vocabulary


def test_there_are_enough_everyday_words() -> None:
    assert len(vocabulary().phrases) >= 120


def test_no_phrase_is_said_to_mean_two_things() -> None:
    doubled = [
        key
        for key, found in vocabulary().phrases.items()
        if len({p.say.lower() for p in found}) < len(found)
    ]

    assert doubled == []


def test_the_longest_phrase_wins() -> None:
    ((_, _, phrase),) = find_phrases(tokens("làm lại sổ đỏ"))

    assert phrase.means == "cấp lại giấy chứng nhận do bị mất"


def test_marks_that_speak_against_a_phrase_are_heard() -> None:
    assert find_phrases(tokens("số đo")) == []
    assert find_phrases(tokens("so do"))
    assert find_phrases(tokens("sổ do"))


def test_the_place_of_a_tone_does_not_matter() -> None:
    (left,), (right,) = tokens("hoà"), tokens("hòa")

    assert left.marked == right.marked
