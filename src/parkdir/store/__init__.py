"""The only package that speaks SQL. Rows go in and frozen records come out."""
