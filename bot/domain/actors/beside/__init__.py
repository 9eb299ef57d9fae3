"""What stands beside a name or a quotation: whose somebody is, and the trade of who speaks."""
