"""REST: what every resource has in common."""
