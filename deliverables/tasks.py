"""What the worker is asked to do."""

from django_scopes import scope
from django_tasks import task

from deliverables.models import Export
from organisations.models import Organisation


@task()
def render(organisation_id: str, export_id: str) -> None:
    """Make one document; nothing when its organisation or its row is gone."""
    # Only the worker loads WeasyPrint: pages ask for documents without it.
    from deliverables import making

    organisation = Organisation.objects.filter(pk=organisation_id).first()
    with scope(organisation=organisation):
        export = Export.objects.filter(pk=export_id).first() if organisation else None
        if export:
            making.make(export)
