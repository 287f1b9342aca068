"""``kg build`` and ``kg demo``."""
