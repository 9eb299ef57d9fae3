"""Roles told in other words, each asked of the article by itself: both parts of "historian and head of the society"."""
