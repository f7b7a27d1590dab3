"""What is decided and published: the 20 decisions of the charter and their clauses."""
