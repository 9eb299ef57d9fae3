"""What a sentence tells beside its deed: what somebody says with it, and what they are."""
