"""The name of the shipped pipeline, apart from the code that loads it: commands show it in their help."""

SHIPPED = "en_reportedly_sm"
