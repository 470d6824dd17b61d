"""What the project promises, one file of tests per module."""
