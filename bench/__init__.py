"""Measurements: the scorers of the project and the corpora they are run on. Not part of the installed package."""
