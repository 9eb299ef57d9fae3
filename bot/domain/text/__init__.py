"""What any text is made of: sentences, quotation marks, dates, credits, planted passages."""
