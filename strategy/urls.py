"""The addresses of the 27 questions."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
