"""Files of the world: archives, vector formats, sheets, OpenStreetMap; in and out."""
