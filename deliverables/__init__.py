"""What leaves the house: documents, files, and the work of making them."""
