"""Under which name the organisation speaks: question 18 and decision 17."""

from datetime import date

from conclusions.domain.dossier import Dossier
from conclusions.domain.findings import Found
from conclusions.domain.registry import rule

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
    return Found((*voices.read(), *tone.read("disclosures")))


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
