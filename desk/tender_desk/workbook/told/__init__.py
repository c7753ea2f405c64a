"""How faults are told to who typed: in the words of the sheets, and one paste as one fault."""
