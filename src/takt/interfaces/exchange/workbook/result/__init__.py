"""The sheets of the result workbook, one module each, in the order they stand in the book."""
