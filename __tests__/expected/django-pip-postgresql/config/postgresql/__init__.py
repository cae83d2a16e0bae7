"""Django's PostgreSQL, whose queries end even if the server falls silent."""
