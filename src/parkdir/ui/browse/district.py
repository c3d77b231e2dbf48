"""The district's page: the parts of a park's page under a cover of its own."""

from parkdir.ui.browse.park import ParkPage


class DistrictPage(ParkPage):
    """Where it is, how large, who lives there, how far it is, how many parks there are."""
