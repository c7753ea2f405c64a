"""One module a command, each with its click command as `command`; imported when it is called."""
