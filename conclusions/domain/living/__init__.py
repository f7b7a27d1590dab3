"""A strategy that is read again: what is asked, what brings it forward, what is practised."""
