"""Under which name the organisation speaks, and with whose help: question 18, decision 17."""

from datetime import date

from conclusions.domain.dossier import Cells, Dossier, cells, named
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule
from conclusions.domain.rules.audiences import RELAYS, rewarded
from conclusions.domain.rules.means import FORMATS

# What the charter lets speak, and the mention that question 18 must hold for it.
MENTIONS = (("employees", "employees"), ("assistant", "ai"))
PEOPLE = ("first_name_and_role", "person")


@rule("C20")
def assistant_declared(dossier: Dossier, as_of: date) -> Found | None:
    """An assistant answers members."""
    voices = dossier.choice("official_voices")
    return Found(voices.read()) if voices.has("assistant") else None


@rule("C23")
def undisclosed_voices(dossier: Dossier, as_of: date) -> Found | None:
    """Voices that hide whom they speak for."""
    voices = dossier.choice("official_voices")
    return Found(voices.read()) if voices.has("undisclosed") else None


@rule("X18")
def voices_without_mention(dossier: Dossier, as_of: date) -> Found | None:
    """The charter lets employees or an assistant speak, and question 18 has no mention for them."""
    voices, tone = dossier.choice("official_voices"), dossier.header("tone")
    held = tone.several("disclosures")
    bare = [voice for voice, mention in MENTIONS if voices.has(voice) and mention not in held]
    if not held or not bare:
        return None
    variant = bare[0] if len(bare) == 1 else ""
    return Found((*voices.read(), *tone.read("disclosures")), {}, variant)


@rule("X81")
def help_without_mention(dossier: Dossier, as_of: date) -> Found | None:
    """Relays are rewarded or an AI helps to write, and question 18 has no mention of it."""
    tone = dossier.header("tone")
    held = tone.several("disclosures")
    relays = () if "partnership" in held else rewarded(dossier)
    formats = () if "ai" in held else _assisted(dossier)
    if not held or not (relays or formats):
        return None
    reads = tone.read("disclosures") + cells(relays, "consideration") + cells(formats, "origin")
    told = {"relays": named(relays, RELAYS), "formats": named(formats, FORMATS)}
    alone = {(True, False): "partnership", (False, True): "ai"}
    return Found(reads, told, alone.get((bool(relays), bool(formats)), ""))


def _assisted(dossier: Dossier) -> list[Cells]:
    """The contents that an AI helps with; an assistant of the charter is told by X18."""
    if dossier.choice("official_voices").has("assistant"):
        return []
    return [row for row in dossier.rows(FORMATS) if row.get("origin") == "ai_assisted"]


@rule("X19")
def signed_otherwise_than_announced(dossier: Dossier, as_of: date) -> Found | None:
    """Question 18 signs with a name where the charter shows a brand, or the reverse."""
    voices, tone = dossier.choice("official_voices"), dossier.header("tone")
    signature = tone.get("signature")
    hidden = (
        signature == "brand" and voices.has("identified_hosts") and not voices.has("brand_account")
    )
    shown = signature in PEOPLE and voices.options == ("brand_account",)
    if not hidden and not shown:
        return None
    reads = (*tone.read("signature"), *voices.read())
    return Found(reads, {"signature": reads[0]})
