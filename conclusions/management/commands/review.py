"""`manage.py review ORGANISATION`: what does not hold together, as sentences or as JSON."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django_scopes import scope

from conclusions.domain.findings import Finding
from conclusions.reviewing import Review
from organisations.named import organisation_named


class Command(BaseCommand):
    help = "Dit ce qui se contredit dans les réponses et les décisions d’une organisation."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which organisation, and in which shape."""
        parser.add_argument("organisation", help="identifiant (uuid) ou nom exact")
        parser.add_argument("--json", action="store_true", help="en JSON, pour un programme")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the findings, in the language of the dossier."""
        organisation = organisation_named(options["organisation"])
        with scope(organisation=organisation):
            review = Review(organisation, organisation.language)
            told = [_told(review, each) for each in review.findings]
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
            return
        for each in told:
            self.stdout.write(f"{each['code']} {each['level']} {each['sentence']}")


def _told(review: Review, finding: Finding) -> dict[str, Any]:
    accepted = review.accepted(finding)
    return {
        "code": finding.code,
        "level": finding.level.value,
        "legal": finding.legal,
        "sentence": review.narrator.sentence(finding),
        "reads": [
            {"kind": each.kind, "id": each.id, "path": each.path, "value": each.value}
            for each in finding.reads
        ],
        "fingerprint": finding.fingerprint,
        "accepted": accepted is not None,
        "reason": accepted.reason if accepted else "",
    }
