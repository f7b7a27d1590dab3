"""What the decisions of the charter entail before it can be applied."""

from collections.abc import Iterator
from decimal import Decimal

from conclusions.domain.dossier import DECISION, Read, cells, named
from conclusions.domain.plan.derivations.groundwork import OWN_SPACE, instance_of, prerequisite
from conclusions.domain.plan.deriving import Instance, Known, derives, first, times

HOSTING = ("N1", "N2", "N3")
RELAYS = "relays.relays"
FREE = ("none", None)
MEASURED_AGES = ("adults_only", "under_fifteen_with_consent", "third_party_verification")
HEARD = ("another_person", "mixed_panel", "certified_body")
EXPLAINED = ("template", "individual_statement", "public_log")
FORMS = ("button", "full_form", "referenced_reporters")
PEOPLE_MODERATE = ("in_house", "provider", "volunteers", "mixed")


@derives("confirm_charter")
def confirm_charter(known: Known) -> Iterator[Instance]:
    """The decisions that nobody has confirmed."""
    what = ("undecided", "to_confirm")
    ids = list(dict.fromkeys(each.decision.id for each in known.charter_lacks if each.what in what))
    if ids:
        reads = tuple(Read(DECISION, each, "header/options", []) for each in ids)
        owner = first(*(known.decider(each) for each in ids), known.decider("space"))
        values = {"count": Decimal(len(ids))}
        yield Instance(reads, values=values, owner=owner, effort=times("0.5", len(ids)))


@derives("complete_blanks")
def complete_blanks(known: Known) -> Iterator[Instance]:
    """The blanks of clauses left open."""
    open_ = [each for each in known.charter_lacks if each.what == "blank"]
    if open_:
        ids = list(dict.fromkeys(each.decision.id for each in open_))
        reads = tuple(Read(DECISION, each, "header/options", []) for each in ids)
        owner = first(*(known.decider(each) for each in ids), known.decider("space"))
        values, effort = {"count": Decimal(len(open_))}, times("0.25", len(open_))
        yield Instance(reads, values=values, owner=owner, effort=effort)


@derives("counsel_review")
def counsel_review(known: Known) -> Iterator[Instance]:
    """Where they host, or where a regulated field is named."""
    space = known.dossier.choice("space")
    regulated = known.dossier.profile.get("regulated_fields")
    if known.dossier.tier in HOSTING or (regulated and space.is_taken):
        also = known.dossier.regulated_read if regulated else ()
        yield Instance((*space.read(), *also), owner=known.decider("charter_life"))


@derives("data_notice")
def data_notice(known: Known) -> Iterator[Instance]:
    """Accounts hold personal data."""
    data = known.dossier.choice("personal_data")
    if data.is_taken:
        yield Instance(data.read(), owner=known.decider("personal_data"))


@derives("publish_charter")
def publish_charter(known: Known) -> Iterator[Instance]:
    """A prerequisite of the opening, or a space that is chosen."""
    row, life = prerequisite(known, "charter"), known.dossier.choice("charter_life")
    owner = first(known.decider("charter_life"), known.decider("space"))
    space = known.dossier.choice("space")
    if row:
        yield instance_of(row, owner=owner)
    elif space.is_taken:
        dated = life.header.day("date") if life.is_taken else None
        yield Instance((*space.read(), *life.read("date")), owner=owner, due=dated)


@derives("contact_points")
def contact_points(known: Known) -> Iterator[Instance]:
    """Every host has points of contact."""
    if known.dossier.tier in HOSTING:
        reads = (*known.dossier.choice("space").read(), *known.dossier.choice("reporting").read())
        owner = first(known.decider("reporting"), known.decider("space"))
        yield Instance(reads, owner=owner)


def _chosen(known: Known, decision: str, *options: str) -> Iterator[Instance]:
    """The action of a decision, when one of these options is chosen."""
    choice = known.dossier.choice(decision)
    if choice.has(*options):
        yield Instance(choice.read(), owner=known.decider(decision))


@derives("report_form")
def report_form(known: Known) -> Iterator[Instance]:
    """Members report through a form, in a space of one's own."""
    if known.dossier.choice("space").has(*OWN_SPACE):
        yield from _chosen(known, "reporting", *FORMS)


@derives("reasons_template")
def reasons_template(known: Known) -> Iterator[Instance]:
    """Removals are explained."""
    return _chosen(known, "reasons", *EXPLAINED)


@derives("appeal_body")
def appeal_body(known: Known) -> Iterator[Instance]:
    """Somebody else hears the appeal."""
    return _chosen(known, "appeal", *HEARD)


@derives("certified_body")
def certified_body(known: Known) -> Iterator[Instance]:
    """A certified body is promised."""
    return _chosen(known, "appeal", "certified_body")


@derives("age_check")
def age_check(known: Known) -> Iterator[Instance]:
    """The age announced takes more than a declaration."""
    return _chosen(known, "age", *MEASURED_AGES)


@derives("brief_moderators")
def brief_moderators(known: Known) -> Iterator[Instance]:
    """People moderate."""
    return _chosen(known, "moderators", *PEOPLE_MODERATE)


@derives("on_call")
def on_call(known: Known) -> Iterator[Instance]:
    """The charter or question 15 promises that somebody can be reached."""
    hours, header = known.dossier.choice("hours"), known.dossier.header("reply_times")
    promised = header.get("out_of_hours") == "on_call"
    if hours.has("on_call", "around_the_clock") or promised:
        reads = (*hours.read(), *header.read("out_of_hours"))
        yield Instance(reads, owner=first(known.decider("hours"), known.in_charge("reply_times")))


@derives("waiting_message")
def waiting_message(known: Known) -> Iterator[Instance]:
    """Question 15 answers with a message outside covered hours."""
    header = known.dossier.header("reply_times")
    if header.get("out_of_hours") == "waiting_message":
        yield Instance(header.read("out_of_hours"), owner=known.in_charge("reply_times"))


@derives("disclose_considerations")
def disclose_considerations(known: Known) -> Iterator[Instance]:
    """Relays that get something in return."""
    rows = [row for row in known.dossier.rows(RELAYS) if row.get("consideration") not in FREE]
    if rows:
        owner = first(known.in_charge("relays"), known.decider("promotion"))
        values, effort = {"relays": named(rows, RELAYS)}, times("1", len(rows))
        yield Instance(cells(rows, "consideration"), values=values, owner=owner, effort=effort)


@derives("moderation_figures")
def moderation_figures(known: Known) -> Iterator[Instance]:
    """The charter promises figures every year."""
    return _chosen(known, "charter_life", "yearly_figures")
