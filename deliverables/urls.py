"""The addresses of documents, each under its organisation."""

from django.urls import include, path

from deliverables import views
from deliverables.dossier import views as dossier_views

one_document = [
    path("", views.document, name="document"),
    path("retry", views.retry_document, name="retry_document"),
    path("file", views.download_document, name="download_document"),
]

urlpatterns = [
    path("organisations/load", dossier_views.load_dossier, name="load_dossier"),
    path(
        "o/<uuid:organisation>/documents/",
        include(
            [
                path("", views.documents, name="documents"),
                path("make", views.make_document, name="make_document"),
                path("preview", views.preview_document, name="preview_document"),
                path("dossier.json", dossier_views.download_dossier, name="download_dossier"),
                path("<uuid:export>/", include(one_document)),
            ]
        ),
    ),
]
