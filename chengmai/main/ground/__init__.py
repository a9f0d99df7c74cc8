"""The machine under the city: private servers, processes and their supervisor."""
