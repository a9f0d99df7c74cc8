"""What the atlas refuses."""

from chengmai.kernel.errors import BadInput


class BadLook(BadInput):
    """A look that no map can draw."""

    code = "city.bad_look"


class PublicLayer(BadInput):
    """A layer that everybody sees without signing in cannot be hidden from some."""

    code = "city.layer_is_public"
