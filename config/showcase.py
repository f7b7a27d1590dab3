"""The dial shown to visitors: the shipped questions of an invented strategy, half-way through."""

from strategy.domain import dial
from strategy.lookup import page_questionnaire

# One letter a question, in the order of their numbers: done, draft, contradicted, not applicable.
STANDING = "ddrdd ddre ddc dedn drdee drd dde".replace(" ", "")
STATES = {"d": "done", "r": "draft", "c": "contradicted", "n": "not_applicable", "e": "empty"}
CURRENT = "indicators"


def showcase() -> dial.Dial:
    """A dial with every state, in the language of the page."""
    asked = page_questionnaire()
    standings = [
        (question.heading, question.id, STATES[letter], question.title)
        for question, letter in zip(asked.questions, STANDING, strict=True)
    ]
    labels = {heading.id: heading.title for heading in asked.headings}
    return dial.draw(standings, labels, current=CURRENT)
