"""What speaks against a claim that takes what one of two things is done to or against as the other's."""
