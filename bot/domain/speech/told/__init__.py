"""Who is told to speak by other means than a verb of speech: whose letter it is, whose mother, who comes second."""
