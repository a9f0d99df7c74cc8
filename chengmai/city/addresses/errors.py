"""What addresses refuses."""

from chengmai.kernel.errors import BadInput, NotFound


class BadHouseNumber(BadInput):
    """Not a house number with a road and a position."""

    code = "city.bad_house_number"


class HouseNumberNotFound(NotFound):
    """No such house number."""

    code = "city.house_number_not_found"


class BadAlias(BadInput):
    """Not another name of something."""

    code = "city.bad_alias"


class AliasNotFound(NotFound):
    """No such alias in use."""

    code = "city.alias_not_found"


class AddressUnclear(BadInput):
    """Nothing to look for in these words."""

    code = "city.address_unclear"
