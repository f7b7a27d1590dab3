"""Indicators: under which objective, how far, in which words and along which line."""
