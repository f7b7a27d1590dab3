"""The addresses of documents, each under its organisation."""

from django.urls import include, path

from deliverables import views

one_document = [
    path("", views.document, name="document"),
    path("retry", views.retry_document, name="retry_document"),
    path("file", views.download_document, name="download_document"),
]

urlpatterns = [
    path(
        "o/<uuid:organisation>/documents/",
        include(
            [
                path("", views.documents, name="documents"),
                path("make", views.make_document, name="make_document"),
                path("preview", views.preview_document, name="preview_document"),
                path("<uuid:export>/", include(one_document)),
            ]
        ),
    ),
]
