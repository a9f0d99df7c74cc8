"""The back office over HTTP and at the command line: every domain's recipes in one book."""
