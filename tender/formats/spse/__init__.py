"""SPSE's tables as a Pokja saves or pastes them: read, matched with a package, filled into one."""
