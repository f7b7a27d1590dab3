"""The promises made, how far each one is, and who could withdraw their trust."""
