"""What differs by language, as data; places, cases, elisions."""
