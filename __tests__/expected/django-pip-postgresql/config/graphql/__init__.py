"""GraphQL: what every resource has in common."""
