"""What somebody denies, doubts, admits or will not say, told as something else that they say."""
