"""Whether an article says what somebody says it does: sentences, headlines, roles and quotes held against it."""
