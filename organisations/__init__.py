"""Who: organisations, members, roles, invitations, and the access to everything else."""
