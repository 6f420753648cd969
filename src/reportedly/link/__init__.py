"""How reports stand to each other: copied words, and events judged to be one happening."""
