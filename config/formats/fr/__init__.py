"""French as Django writes it, but for a few formats."""
