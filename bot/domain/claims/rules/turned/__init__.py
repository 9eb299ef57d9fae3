"""What changes places in a claim: accuser and accused, a tool and what it is for."""
