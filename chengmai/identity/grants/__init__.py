"""Rights that need two people: giving the duty of an administrator."""
