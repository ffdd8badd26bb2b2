#include "sim/sunset/bound/terminal_relaxation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "sim/optimisation/milp/solve.h"
#include "sim/sunset/bound/components.h"
#include "sim/sunset/bound/dominated_cells.h"
#include "sim/sunset/model/subsidy_need.h"
#include "tests/sunset/random_sunset.h"
#include "tests/sunset/tiny_sunset.h"

namespace {

using namespace phusong;
using namespace phusong::sunset;

/// Every set of cells that can be off at the end of a period, with every carrier on that may be.
class EveryEnd {
 public:
  struct Best {
    std::int64_t cells_on = 0, handsets = 0;
  };

  EveryEnd(const SunsetModel& model, int period) : model_(model), period_(period) {}

  /// The fewest cells on and, with as many, the fewest handsets given.
  Best best() {
    Best best{.cells_on = std::ssize(model_.cells) + 1};
    for (std::uint32_t off = 0; off < 1U << model_.cells.size(); ++off) {
      const auto handsets = handsets_needed(off);
      if (!handsets || *handsets > model_.subsidies_per_period * period_) continue;
      const std::int64_t on = std::ssize(model_.cells) - __builtin_popcount(off);
      if (on < best.cells_on || (on == best.cells_on && *handsets < best.handsets)) best = {on, *handsets};
    }
    return best;
  }

  std::optional<std::int64_t> handsets_needed(std::uint32_t off) const {
    const auto is_off = [&](CellIndex cell) { return ((off >> cell) & 1U) != 0; };
    ServiceState state(model_);
    for (CellIndex c = 0; c < model_.cells.size(); ++c)
      if (is_off(c)) state.switch_off(model_.cells[c].links);
    for (const Carrier& carrier : model_.carriers) {
      if (!carrier.blocked_for_good && is_off(carrier.replaces) && std::ranges::all_of(carrier.blockers, is_off))
        state.switch_on(carrier.links);
    }
    std::int64_t handsets = 0;
    for (DemandIndex d = 0; d < model_.demands.size(); ++d) {
      const auto need = fewest_subsidies(model_.demands[d], state.weights_of(d), model_.counts_in(d, period_));
      if (!need) return std::nullopt;
      handsets += total(*need);
    }
    return handsets;
  }

 private:
  const SunsetModel& model_;
  int period_;
};

std::uint32_t off_of(const std::vector<bool>& keep) {
  std::uint32_t off = 0;
  for (std::size_t c = 0; c < keep.size(); ++c)
    off |= keep[c] ? 0U : 1U << c;
  return off;
}

std::int64_t total_of(const std::vector<ClassCounts>& counts) {
  std::int64_t sum = 0;
  for (const ClassCounts& c : counts)
    sum += total(c);
  return sum;
}

void check_end(const SunsetModel& model, int period) {
  const EveryEnd every(model, period);
  const EveryEnd::Best best = EveryEnd(model, period).best();
  const TerminalRelaxation bound = solve_terminal_relaxation(model, period, RelaxationEffort::kBound, tests::silent);
  const TerminalRelaxation state = solve_terminal_relaxation(model, period, RelaxationEffort::kState, tests::silent);
  CHECK(bound.fewest_on <= state.fewest_on);
  CHECK(state.fewest_on <= best.cells_on);
  REQUIRE(state.state);
  const auto kept = std::ranges::count(state.state->keep, true);
  CHECK(state.state->cells_on == kept);
  CHECK(kept >= best.cells_on);
  // What it says can be so.
  const auto handsets = every.handsets_needed(off_of(state.state->keep));
  REQUIRE(handsets);
  CHECK(*handsets == total_of(state.state->subsidies));
  CHECK(*handsets <= model.subsidies_per_period * period);
  CHECK(fewest_handsets(model, period, best.cells_on, tests::silent) <= best.handsets);
  // Where handsets abound nothing is left open.
  if (model.subsidies_per_period >= 1000) {
    CHECK(state.fewest_on == best.cells_on);
    CHECK(kept == best.cells_on);
  }
}

SunsetModel small_province(unsigned seed, std::int64_t subsidies_per_period) {
  return tests::random_sunset(
      {.hamlets = 5, .cells = 9, .periods = 3, .subsidies_per_period = subsidies_per_period, .seed = seed});
}

}  // namespace

TEST_CASE("the best state at the end is the one that trying every end finds") {
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    SunsetModel model = tests::tiny_sunset(seed);
    check_end(model, 1);
    model.subsidies_per_period = 1000;
    check_end(model, model.periods);
  }
}

TEST_CASE("the best state at the end of a small province is the one that trying every end finds") {
  for (unsigned seed = 1; seed <= 25; ++seed) {
    CAPTURE(seed);
    check_end(small_province(seed, 1000), 2);
    check_end(small_province(seed, 3), 2);
  }
}

TEST_CASE("the pieces of an end have no cell in common, and solved together they are worth as much as one by one") {
  bool any_apart = false;
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    const SunsetModel model =
        tests::random_sunset({.hamlets = 40, .cells = 90, .periods = 3, .subsidies_per_period = 100000, .seed = seed});
    std::set<CellIndex> seen;
    const std::vector<Component> components = connected_components(model, presolve(model, 3), 3);
    for (const Component& component : components) {
      for (const CellIndex cell : component.cells)
        CHECK(seen.insert(cell).second);
    }
    any_apart = any_apart || components.size() > 1;
    const milp::Solution together = milp::solve(terminal_model(model, 3), {});
    CHECK(together.objective ==
          doctest::Approx(static_cast<double>(
              solve_terminal_relaxation(model, 3, RelaxationEffort::kState, tests::silent).fewest_on)));
  }
  CHECK(any_apart);
}

TEST_CASE("a cell is dominated by one that gives as much and keeps no other carrier off") {
  SunsetModel model;
  model.demands.push_back({.end_class = 2});
  model.demand_classes = {{.weight = 0.5}, {.weight = 0.5}};
  model.cells = {{.links = {{.demand_class = 0, .services = 1}}},
                 {.links = {{.demand_class = 0, .services = 3}, {.demand_class = 1, .services = 1}}},
                 {.links = {{.demand_class = 1, .services = 3}}}};
  CHECK(dominated_cells(model) == std::vector<CellIndex>{0});
  model.carriers.push_back({.replaces = 1});
  CHECK(dominated_cells(model).empty());
  model.carriers.front().blockers = {0};
  CHECK(dominated_cells(model) == std::vector<CellIndex>{0});
}

TEST_CASE("of two cells that give the same one is dominated") {
  SunsetModel model;
  model.demands.push_back({.end_class = 1});
  model.demand_classes = {{.weight = 1.0}};
  model.cells = {{.links = {{.demand_class = 0, .services = 1}}}, {.links = {{.demand_class = 0, .services = 1}}}};
  CHECK(dominated_cells(model) == std::vector<CellIndex>{0});
}
