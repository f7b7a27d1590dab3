"""The addresses of the charter, each under its organisation."""

from django.urls import include, path

from charter.views import decision, history, overview, presets, saving

one_decision = [
    path("", decision.decision, name="decision"),
    path("save", saving.save_decision, name="save_decision"),
    path("history", history.decision_history, name="decision_history"),
    path(
        "history/<int:version>/restore",
        history.restore_decision,
        name="restore_decision",
    ),
]

urlpatterns = [
    path(
        "o/<uuid:organisation>/charter/",
        include(
            [
                path("", overview.charter, name="charter"),
                path("text", overview.charter_text, name="charter_text"),
                path("presets/<str:preset_id>", presets.preset, name="preset"),
                path("<str:decision_id>/", include(one_decision)),
            ]
        ),
    ),
]
