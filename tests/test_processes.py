"""How many processes there may be."""

import multiprocessing
from multiprocessing.pool import Pool

from kg.processes import cores


def test_a_process_that_may_start_no_others_has_one_core() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert _cores_in(pool) == 1
    assert cores() >= 1


def _cores_in(pool: Pool) -> int:
    return pool.apply(cores)
