"""The graph over HTTP: a SPARQL 1.1 endpoint that only reads, and a page to ask it.

    request --protocol--> Asked --pool--> worker (a process) --answering--> Reply --app--> response

Queries run in processes of their own, which can be ended: `app` and `pool` never touch the engine,
`worker`, `answering` and `rows` know nothing of HTTP.
"""

from kg.serve.settings import Limits, Settings

__all__ = ["Limits", "Settings"]
