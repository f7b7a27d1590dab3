"""Pages of what follows, grouped by what one does there."""
