"""The charter, true on paper: no framework here."""
