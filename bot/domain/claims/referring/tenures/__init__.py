"""Roles told in another construction: "head of the survey" of "who leads the survey"."""
