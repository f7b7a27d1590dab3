"""What each page of what follows shows, read from one dossier."""
