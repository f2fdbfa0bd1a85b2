"""One's own account, and the people of the municipality for those who administer them."""
