"""The crisis kit: its levels, its words, and the page that fits a pocket."""
