#include "sim/sunset/outcome/handset_ledger.h"

#include <doctest/doctest.h>

#include "sim/sunset/model/handsets.h"
#include "sim/sunset/radio/hamlet_handsets.h"

using namespace phusong;
using namespace phusong::sunset;

namespace {

network::Network with_hamlet() {
  network::Network network;
  network.operators = {"A", "B", "C"};
  network::Hamlet& hamlet = network.hamlets.emplace_back();
  hamlet.handsets = 301;
  hamlet.share_2g_only = 0.05;
  hamlet.share_3g_only = 0.145;
  hamlet.share_volte = 0.5;
  return network;
}

}  // namespace

TEST_CASE("the ledger of the check counts the same handsets as the model, by code of its own") {
  network::Network network = with_hamlet();
  for (const bool with_shares : {false, true}) {
    CAPTURE(with_shares);
    if (with_shares) network.hamlets[0].operator_shares = {{"A", 0.7}, {"B", 0.3}};
    const HandsetLedger ledger(network, 0.15);
    for (const char* const name : {"A", "B", "C"}) {
      const ClassCounts first =
          initial_counts(network.hamlets[0], handsets_of_operator(network.hamlets[0], name, network.operators.size()));
      for (int period = 0; period <= 12; ++period) {
        const ClassCounts expected = after_uptake(first, 0.15, period);
        const HandsetLedger::Counts counts = ledger.counts_in(0, name, period);
        for (std::size_t c = 0; c < counts.size(); ++c)
          CHECK(counts[c] == static_cast<double>(expected[c]));
      }
    }
  }
}

TEST_CASE("handsets that are given move to VoLTE, as far as they are there") {
  const network::Network network = with_hamlet();
  HandsetLedger ledger(network, 0.0);
  const HandsetLedger::Counts before = ledger.counts_in(0, "A", 1);
  ledger.give(0, "A", {1, 0, 1000});
  ledger.give(0, "A", {1, 0, 0});
  const HandsetLedger::Counts after = ledger.counts_in(0, "A", 1);
  CHECK(after[0] == before[0] - 2);
  CHECK(after[2] == 0.0);
  CHECK(after[3] == before[3] + 2 + before[2]);
  CHECK(ledger.counts_in(0, "B", 1) == before);
}
