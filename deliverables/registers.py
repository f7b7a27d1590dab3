"""The chapter of registers that no other chapter prints, so that nothing typed is left out."""

from collections.abc import Iterator

from deliverables.answers import answer_blocks
from deliverables.following import Following
from deliverables.tree import Chapter, Section

# The pages whose chapter prints their registers whole.
PRINTED = frozenset(
    {"plan", "workload", "toolbox", "monitoring_pack", "trust", "circles", "practices"}
)


def registers_chapter(following: Following) -> Iterator[Chapter]:
    """One section a register that says something; nothing when none does."""
    reader = following.reader
    sections = tuple(
        Section(
            id=f"register-{register.id}",
            title=reader.title(register.title),
            blocks=tuple(answer_blocks(reader, register)),
            sources=(register.id,),
        )
        for register in reader.questionnaire.registers
        if register.page not in PRINTED and reader.answer(register.id).get("value")
    )
    if sections:
        title = reader.title(reader.words["registers.title"])
        lead = reader.own(reader.words["registers.lead"])
        yield Chapter(id="registers", title=title, lead=lead, sections=sections)
