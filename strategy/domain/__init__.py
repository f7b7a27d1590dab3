"""The questionnaire and its answers, true on paper: no framework here."""
