"""The steps from one form of the tables to the next. A step once shipped is frozen; none imports parkdir's code."""
