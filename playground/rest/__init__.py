"""The REST API, version 10: a file for each group of routes, each handler a function of a `Call`."""
