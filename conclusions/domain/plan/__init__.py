"""The action plan: what the dossier entails doing, by whom, when, and what people made of it."""
