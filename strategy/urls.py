"""The addresses of the questionnaire, each under its organisation."""

from django.urls import include, path

from strategy.views import history, overview, people, question, rows, saving

one_question = [
    path("", question.question, name="question"),
    path("save", saving.save_unit, name="save_unit"),
    path("stands", question.stands, name="stands"),
    path("row", rows.blank_row, name="blank_row"),
    path("rows", rows.change_rows, name="change_rows"),
    path("person", people.add_person, name="add_person"),
    path("history", history.history, name="history"),
    path("history/<int:version>/restore", history.restore, name="restore"),
]

urlpatterns = [
    path(
        "o/<uuid:organisation>/",
        include(
            [
                path("", overview.overview, name="overview"),
                path("questions", overview.questions, name="questions"),
                path("questions/<str:question_id>/", include(one_question)),
                path("missing", overview.missing, name="missing"),
            ]
        ),
    ),
]
