"""Other futures: named changes to a question, the plans they give, and how these differ. Plain values, no Django."""
