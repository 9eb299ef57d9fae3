"""Who is told of right before a quotation: strangers, who goes on, whose paper it is."""
