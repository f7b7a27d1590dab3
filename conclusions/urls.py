"""The addresses of what follows, each under its organisation."""

from django.urls import include, path

from conclusions.views import following, indicators, plan, review, ten_minutes, toolbox, trust

# The pages of what follows: under one address, so that the navigation shows where one is.
followed = [
    path("course", following.course, name="course"),
    path("course/compare", following.compare_courses, name="compare_courses"),
    path("course/preview", following.course_preview, name="course_preview"),
    path("what-if/<str:subject>", following.what_if, name="what_if"),
    path("indicators", indicators.indicators, name="indicators"),
    path("indicators/<str:row>/note", indicators.note_reading, name="note_reading"),
    path("indicators/<str:row>/describe", indicators.describe_indicator, name="describe_indicator"),
    path("plan", plan.plan, name="plan"),
    path("plan/add", plan.add_action, name="add_action"),
    path("plan/acknowledge", plan.acknowledge_plan, name="acknowledge_plan"),
    path("plan/plan.ics", plan.plan_calendar, name="plan_calendar"),
    path("plan/plan.csv", plan.plan_table, name="plan_table"),
    path("plan/<str:action>", plan.plan_action, name="plan_action"),
    path("plan/<str:action>/mark", plan.mark_action, name="mark_action"),
    path("plan/<str:action>/forget", plan.forget_action, name="forget_action"),
    path("toolbox", toolbox.toolbox, name="toolbox"),
    path("monitoring", toolbox.monitoring_pack, name="monitoring_pack"),
    path("monitoring/feeds", toolbox.monitoring_feeds, name="monitoring_feeds"),
    path("monitoring/import", toolbox.import_feeds, name="import_feeds"),
    path("workload", following.workload, name="workload"),
    path("circles", following.circles, name="circles"),
    path("roles", following.roles, name="roles"),
    path("roles/<str:key>", following.role_sheet, name="role_sheet"),
    path("crisis-kit", following.crisis_kit, name="crisis_kit"),
    path("practices", following.practices, name="practices"),
    path("trust", trust.trust, name="trust"),
    path("trust/<str:derived>/take-up", trust.take_up, name="take_up"),
    path("ten-minutes", ten_minutes.ten_minutes, name="ten_minutes"),
    path("ten-minutes/close", ten_minutes.close_review, name="close_review"),
    path("ten-minutes/<str:kind>/<str:subject>", ten_minutes.still_true, name="still_true"),
]
reviewed = [
    path("review", review.review, name="review"),
    path("review/<str:code>/accept", review.accept_finding, name="accept_finding"),
    path("review/<str:code>/withdraw", review.withdraw_acceptance, name="withdraw_acceptance"),
]
urlpatterns = [
    path(
        "o/<uuid:organisation>/",
        include(
            [
                path("following", following.following, name="following"),
                path("following/", include(followed)),
                *reviewed,
            ]
        ),
    ),
]
