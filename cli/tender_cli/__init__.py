"""The face: commands, messages and tables. It knows the kernel and the law; nothing imports it."""
