"""Pages: one behaviour a test."""
