"""The addresses of organisations, their people and their members."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
