"""What moderation takes: hours, people and cost, and what they rest on."""
