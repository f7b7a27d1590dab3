"""What follows from the answers and the decisions together: for now, whether they agree."""
