"""What would have changed an outcome: each number, word, bidder and reading, one at a time.

`what_if` answers. `cells` are the numbers that may be moved, and `singles` is what is no number. A
number is followed in a sketch of the tender, which `tender_sketch` draws after the `standings` of
its bidders: `outcome_at` says what it comes to at a figure, by `who_is_in` and their `order`, and
`boundaries` finds where that changes. Each answer is then an evaluation (`changes`) of the tender
without the acts on its result (`set_aside`). `own_question` is the way to ask about one figure, and
`told_question` asks as a screen tells it.
"""
