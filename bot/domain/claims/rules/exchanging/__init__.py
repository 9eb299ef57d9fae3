"""What a sentence tells of two, one clause each, told of the other: of two doers, things, speakers or plans."""
