#include "sim/sunset/exact/exact_model.h"

#include <doctest/doctest.h>

#include <functional>
#include <optional>
#include <set>

#include "sim/sunset/model/replay.h"
#include "sim/sunset/solve_sunset.h"
#include "tests/sunset/three_hamlets.h"
#include "tests/sunset/tiny_sunset.h"

namespace {

using namespace phusong;
using namespace phusong::sunset;

/// One handset that can be given away: whose, and of which class.
struct Handset {
  DemandIndex demand = 0;
  std::size_t handset_class = 0;
};

/// Tries everything there is to try.
class BruteForce {
 public:
  explicit BruteForce(const SunsetModel& model) : model_(model), schedule_(model) {
    for (DemandIndex d = 0; d < model.demands.size(); ++d) {
      for (std::size_t c = 0; c < kVolteIndex; ++c) {
        for (std::int64_t i = 0; i < model.demands[d].initial[c]; ++i)
          handsets_.push_back({d, c});
      }
    }
    given_in_.assign(handsets_.size(), kNever);
  }

  Objective best() {
    choose(schedule_.off_period, 0, [this] {
      if (!crews_can()) return;
      choose(schedule_.on_period, 0, [this] {
        if (may_start() && crews_can()) choose(given_in_, 0, [this] { judge(); });
      });
    });
    return *best_;
  }

 private:
  const SunsetModel& model_;
  Schedule schedule_;
  std::vector<Handset> handsets_;
  std::vector<int> given_in_;
  std::optional<Objective> best_;

  void choose(std::vector<int>& periods, std::size_t index, const std::function<void()>& then) {
    if (index == periods.size()) return then();
    for (int period = 0; period <= model_.periods; ++period) {
      periods[index] = period;
      choose(periods, index + 1, then);
    }
    periods[index] = kNever;
  }

  bool crews_can() const {
    for (int period = 1; period <= model_.periods; ++period) {
      int cells = 0;
      std::set<std::size_t> sites;
      for (std::size_t c = 0; c < model_.cells.size(); ++c) {
        if (schedule_.off_period[c] != period) continue;
        ++cells;
        sites.insert(model_.cells[c].site);
      }
      for (std::size_t k = 0; k < model_.carriers.size(); ++k)
        if (schedule_.on_period[k] == period) sites.insert(model_.carriers[k].site);
      if (model_.max_cells_per_period > 0 && cells > model_.max_cells_per_period) return false;
      if (model_.max_sites_per_period > 0 && std::ssize(sites) > model_.max_sites_per_period) return false;
    }
    return true;
  }

  bool may_start() const {
    for (std::size_t k = 0; k < model_.carriers.size(); ++k) {
      const Carrier& carrier = model_.carriers[k];
      const int on = schedule_.on_period[k];
      if (on == kNever) continue;
      if (carrier.blocked_for_good || !carrier.useful) return false;
      if (!has_happened(schedule_.off_period[carrier.replaces], on)) return false;
      for (const CellIndex blocker : carrier.blockers)
        if (!has_happened(schedule_.off_period[blocker], on)) return false;
    }
    return true;
  }

  void judge() {
    schedule_.subsidies.clear();
    for (DemandIndex d = 0; d < model_.demands.size(); ++d) {
      for (int period = 1; period <= model_.periods; ++period) {
        Subsidy subsidy{d, period, {}};
        for (std::size_t i = 0; i < handsets_.size(); ++i)
          if (handsets_[i].demand == d && given_in_[i] == period) ++subsidy.handsets[handsets_[i].handset_class];
        if (total(subsidy.handsets) > 0) schedule_.subsidies.push_back(subsidy);
      }
    }
    if (!can_be_given()) return;
    const Objective objective = objective_of(model_, schedule_);
    if (best_ && !is_better(objective, *best_)) return;
    if (floors_hold_throughout(model_, schedule_)) best_ = objective;
  }

  bool can_be_given() const {
    for (int period = 1; period <= model_.periods; ++period) {
      std::int64_t sum = 0;
      for (const Subsidy& subsidy : schedule_.subsidies)
        sum += subsidy.period == period ? total(subsidy.handsets) : 0;
      if (sum > model_.subsidies_per_period) return false;
    }
    return true;
  }
};

}  // namespace

TEST_CASE("small sunsets are solved to the optimum that trying everything finds, in every level") {
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    const SunsetModel model = tests::tiny_sunset(seed);
    const Objective best = BruteForce(model).best();
    const SunsetSolution solved = solve_sunset(model, tests::silent);
    CHECK(solved.found.cells_left == best.cells_left);
    CHECK(solved.found.last_period == best.last_period);
    CHECK(solved.found.refarmed_people_mhz == doctest::Approx(best.refarmed_people_mhz));
    CHECK(solved.found.cost_million_vnd == doctest::Approx(best.cost_million_vnd));
    CHECK(solved.objective_bounds.cells_left == best.cells_left);
    CHECK(solved.objective_bounds.last_period <= best.last_period);
    CHECK(solved.objective_bounds.refarmed_people_mhz == doctest::Approx(best.refarmed_people_mhz).epsilon(1e-5));
    CHECK(solved.objective_bounds.cost_million_vnd == doctest::Approx(best.cost_million_vnd).epsilon(1e-5));
  }
}

TEST_CASE("the bounds without CBC are never better than the optimum allows") {
  for (std::uint32_t seed = 1; seed <= 24; ++seed) {
    CAPTURE(seed);
    const SunsetModel model = tests::tiny_sunset(seed);
    const Objective best = BruteForce(model).best();
    const Objective bounds = objective_bounds(model, compute_bounds(model, tests::silent), best, tests::silent);
    CHECK(bounds.cells_left <= best.cells_left);
    CHECK(bounds.last_period <= best.last_period);
    CHECK(bounds.refarmed_people_mhz >= best.refarmed_people_mhz - 1e-6);
    CHECK(bounds.cost_million_vnd <= best.cost_million_vnd + 1e-6);
  }
}

TEST_CASE("the exact model pays once for a mast that is swapped and refarmed, and its bound agrees") {
  SunsetModel model = tests::three_hamlets();
  tests::add_swap(model);
  model.swap_budget_million_vnd = 600.0;
  // Half of the third hamlet is out of reach of its carrier, so that the swap is needed beside it.
  model.demand_classes[2].weight = 0.5;
  model.demand_classes.push_back(model.demand_classes[2]);
  model.demands[2].end_class = 4;
  model.cells[2].links.push_back({.demand_class = 3, .services = tests::services_on(network::Technology::k2G)});
  model.swaps[0].links = {{.demand_class = 3, .services = tests::services_on(network::Technology::k4G)}};
  tests::set_floors(model);
  const SunsetSolution solved = solve_sunset(model, tests::silent);
  CHECK(solved.found.cells_left == 0);
  CHECK(solved.schedule.swap_period == std::vector<int>{1});
  CHECK(solved.schedule.on_period == std::vector<int>{1, 1, 1});
  CHECK(solved.found.cost_million_vnd == doctest::Approx(3 * 600.0 + 6 * 0.5));
  CHECK(solved.objective_bounds.cost_million_vnd == doctest::Approx(3 * 600.0 + 6 * 0.5));
}
