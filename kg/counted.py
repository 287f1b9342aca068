"""Numbers of things in words."""


def counted(number: int, one: str, several: str = "") -> str:
    """Write a number with what it counts, one or several of them.

    >>> counted(1, "paper"), counted(0, "paper"), counted(2, "thing of it", "things of it")
    ('1 paper', '0 papers', '2 things of it')
    """
    return f"{number} {one if number == 1 else several or f'{one}s'}"
