"""The addresses of what follows, each under its organisation."""

from django.urls import include, path

from conclusions.views import review

urlpatterns = [
    path(
        "o/<uuid:organisation>/review",
        include(
            [
                path("", review.review, name="review"),
                path("/<str:code>/accept", review.accept_finding, name="accept_finding"),
                path(
                    "/<str:code>/withdraw", review.withdraw_acceptance, name="withdraw_acceptance"
                ),
            ]
        ),
    ),
]
