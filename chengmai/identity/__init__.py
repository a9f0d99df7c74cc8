"""Identity: organisations, people, posts and duties, sessions, and the citizens' contacts."""
