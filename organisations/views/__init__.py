"""The pages of organisations, one module a subject."""
