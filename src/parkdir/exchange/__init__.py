"""File formats. Imports the domain, never the store."""
