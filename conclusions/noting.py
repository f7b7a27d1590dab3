"""What is noted of an indicator: a reading in the register of readings, a sheet in theirs."""

import uuid
from collections.abc import Mapping
from typing import Any

from conclusions.domain.indicators.tree import CHECKINS, SHEETS
from organisations.identifiers import id_made_by
from organisations.models import Organisation, User
from strategy.answering import edit_of, put
from strategy.domain.loading import STRUCTURE, questionnaire
from strategy.lookup import record_of
from strategy.saving import Asked, save

REGISTER, TABLE = CHECKINS.split(".")


def note(
    organisation: Organisation, author: User, *, said: Mapping[str, Any], save_id: uuid.UUID
) -> None:
    """Keep one reading, its cells as they are stored; sent twice, it is kept once.

    Raises TooLargeError when the register is full, OvertakenError when others write all the
    while: nothing is added then.
    """
    question = questionnaire(STRUCTURE).by_id[REGISTER]
    record = record_of(organisation, question)
    row = id_made_by(save_id)
    mine = {f"rows/{TABLE}/{row}/{name}": value for name, value in said.items()}
    asked = Asked(author, record.version, save_id=save_id)
    save(record, edit=edit_of(mine, question, new={f"{TABLE}/{row}"}), asked=asked)


def describe(organisation: Organisation, author: User, indicator: str) -> None:
    """Give an indicator its sheet, whose row bears the id of its own; one there stays as it is.

    Raises TooLargeError when the register is full, OvertakenError when others write all the
    while: nothing is added then.
    """
    question, table = questionnaire(STRUCTURE).linked(SHEETS)
    record = record_of(organisation, question)
    edit = put(table, indicator, {"indicator": indicator})
    save(record, edit=edit, asked=Asked(author, record.version))
