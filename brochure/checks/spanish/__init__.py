"""Words of Spanish texts."""
