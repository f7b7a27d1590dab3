"""What follows from the answers and the decisions together: findings, plan, roles and more."""
