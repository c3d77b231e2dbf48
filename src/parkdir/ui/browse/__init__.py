"""The screens of the desk: parks, one park, the district, settings, about."""
