"""Everything an organisation said, as one file: written, checked, loaded again."""
