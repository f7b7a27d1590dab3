"""What each page of what follows shows, a module a theme."""
