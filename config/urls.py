"""Every address, gathered from the apps."""

from django.urls import include, path

from config import views

handler400 = "config.failures.malformed"
handler403 = "config.failures.denied"
handler404 = "config.failures.missing"
handler500 = "config.failures.broken"

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("language", views.language, name="language"),
    path("scheme", views.scheme, name="scheme"),
    path("help", views.help, name="help"),
    path("", include("organisations.urls")),
    path("", include("strategy.urls")),
    path("", include("charter.urls")),
    path("", include("conclusions.urls")),
    path("", include("deliverables.urls")),
]
