"""Who does what: seven activities, one accountable for each, a sheet for each person."""
