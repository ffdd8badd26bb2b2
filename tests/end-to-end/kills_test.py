"""Kills at random moments over all commands that write; tests/end-to-end/kills.py does as many as one likes."""

import unittest

import harness
import kills

COUNT = 63


class Kills(unittest.TestCase):
    def test_nothing_that_exists_is_wrong_and_nothing_finished_is_lost(self):
        tallies = kills.kill_all(COUNT, seed=1)
        self.assertEqual([fault for tally in tallies.values() for fault in tally.faults], [])
        # Most kills come before the end, else the test shows nothing.
        self.assertGreater(sum(tally.kills for tally in tallies.values()), COUNT // 3)


if __name__ == "__main__":
    harness.main()
