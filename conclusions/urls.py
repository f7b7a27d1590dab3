"""The addresses of what follows, each under its organisation."""

from django.urls import include, path

from conclusions.views import following, review

urlpatterns = [
    path(
        "o/<uuid:organisation>/",
        include(
            [
                path("following", following.following, name="following"),
                path("review", review.review, name="review"),
                path("review/<str:code>/accept", review.accept_finding, name="accept_finding"),
                path(
                    "review/<str:code>/withdraw",
                    review.withdraw_acceptance,
                    name="withdraw_acceptance",
                ),
            ]
        ),
    ),
]
