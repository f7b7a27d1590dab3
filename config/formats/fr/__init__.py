"""French, where Django writes otherwise than we do."""
