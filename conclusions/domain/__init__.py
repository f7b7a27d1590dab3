"""What follows from a dossier, in plain Python: true on paper, without a website."""
