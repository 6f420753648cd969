"""How well claims hold up: independent origins, contradictions, grades, values that differ, custody, control."""
