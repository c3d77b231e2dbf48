"""Use cases: reading the directory, loading the shipped data, upkeep. No Qt."""
