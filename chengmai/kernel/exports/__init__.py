"""Files made in the background: asked for, made by a worker, fetched by one person, forgotten."""
