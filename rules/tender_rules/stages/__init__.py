"""One module a stage of the evaluation, each with the rules that hold there."""
