"""Whom those who are quoted speak for."""
