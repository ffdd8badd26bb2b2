#include "sim/sunset/radio/hamlet_handsets.h"

#include <doctest/doctest.h>

using namespace phusong;
using namespace phusong::sunset;

TEST_CASE("handsets are counted whole, the remainder with the largest class") {
  network::Hamlet hamlet;
  hamlet.handsets = 101;
  hamlet.share_2g_only = 0.05;
  hamlet.share_3g_only = 0.045;
  hamlet.share_volte = 0.5;
  const ClassCounts counts = initial_counts(hamlet, 101);
  CHECK(counts == ClassCounts{5, 5, 41, 50});  // 51 rounded, less the one that is over
  CHECK(total(counts) == 101);
}

TEST_CASE("operators share a hamlet's handsets equally, or as a table says") {
  network::Hamlet hamlet;
  hamlet.handsets = 100;
  CHECK(handsets_of_operator(hamlet, "A", 3) == 33);
  hamlet.operator_shares = {{"A", 0.7}, {"B", 0.3}};
  CHECK(handsets_of_operator(hamlet, "A", 3) == 70);
  CHECK(handsets_of_operator(hamlet, "C", 3) == 0);
}
