"""The commands of the project itself."""
