"""A plan as files: for Excel, for a slide, for another program and for Microsoft Project."""
