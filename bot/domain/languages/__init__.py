"""What differs by language, as data: quotation marks, speech verbs, titles, stop words."""
