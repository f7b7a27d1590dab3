"""What templates of every app may say of what follows."""
