"""Brochure: one YAML file becomes a two-page patient handout that always fits."""
