"""What leaves the house: readings and cases in forms that people and other programs read."""
