"""The procedures as graphs: the picture of the regulation and the program are the same thing."""
