"""What is asked and answered: the 27 questions."""
