"""Common nouns that are names for the persons or the architecture that they bear the name of."""

import re

_EPONYMS = re.compile(
    r"\b(?:(?i:transformers?)|Bellman|Boltzmann|Bradley-Terry|Cholesky|Dirichlet|Fourier|Hadamard"
    r"|Hopfield|Kalman|Kolmogorov|Kronecker|Langevin|Laplace|Lyapunov|Markov|Nash|Newton|Pareto"
    r"|Q-[Ll]earning|Schr\u00f6dinger|Shapley|Stackelberg|Wasserstein)\b"
)


def bears_name(spelling: str) -> bool:
    """Say whether a method's spelling has the name of a person, or of the transformer, in it.

    >>> bears_name("Markov chain"), bears_name("vision transformers"), bears_name("beam search")
    (True, True, False)
    """
    return _EPONYMS.search(spelling) is not None
