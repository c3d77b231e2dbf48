"""Click commands, one file a noun."""
