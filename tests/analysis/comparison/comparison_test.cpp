#include <doctest/doctest.h>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <array>

#include "sim/analysis/comparison/run_comparison.h"

using namespace phusong;
using namespace phusong::analysis;
using coverage::Status;
using network::Technology;

namespace {

ComparedHamlet hamlet(const std::string& id, HamletService service) {
  ComparedHamlet hamlet{.hamlet_id = id, .name = id, .population = 100, .target = service};
  hamlet.by_technology[Technology::k4G] = service;
  return hamlet;
}

HamletComparison compare_one(HamletService a, HamletService b) {
  return compare_hamlets({hamlet("H1", a)}, {hamlet("H1", b)}, {{Technology::k4G}, {}});
}

ComparedStation station(const std::string& id, const std::string& kind, double x_m) {
  return {.site_id = id, .kind = kind, .position = {x_m, 0.0}, .capex_million_vnd = 700.0};
}

}  // namespace

TEST_CASE("figures are paired by name, and one that a run lacks has no difference") {
  const auto figures = compare_figures({{"masts", 3.0}, {"poles", 2.0}}, {{"poles", 5.0}, {"relays", 1.0}});
  REQUIRE(figures.size() == 3);
  CHECK(figures[0] == Figure{"masts", 3.0, std::nullopt});
  CHECK_FALSE(figures[0].difference());
  CHECK(figures[1].difference() == 3.0);
  CHECK(figures[2] == Figure{"relays", std::nullopt, 1.0});
}

TEST_CASE("an option differs where its value does, or where one run alone has it") {
  const auto changes = changed_options({{"a", "1"}, {"b", "2"}, {"c", "3"}}, {{"b", "2"}, {"c", "4"}, {"d", "5"}});
  REQUIRE(changes.size() == 3);
  CHECK(changes[0] == OptionChange{"a", "1", std::nullopt});
  CHECK(changes[1] == OptionChange{"c", "3", "4"});
  CHECK(changes[2] == OptionChange{"d", std::nullopt, "5"});
}

TEST_CASE("an input is the same by its content, also where it lies elsewhere") {
  const auto inputs = compare_inputs({{"sites", "a.csv", "11"}, {"cells", "c.csv", "22"}, {"hamlets", "h.csv", "33"}},
                                     {{"sites", "b.csv", "11"}, {"cells", "c.csv", "23"}, {"costs", "k.csv", "44"}});
  CHECK(inputs.same == 1);
  REQUIRE(inputs.changes.size() == 3);
  CHECK(inputs.changes[0] == InputChange{"cells", "c.csv", "22", "23"});
  CHECK(inputs.changes[1] == InputChange{"hamlets", "h.csv", "33", std::nullopt});
  CHECK(inputs.changes[2] == InputChange{"costs", "k.csv", std::nullopt, "44"});
}

TEST_CASE("a hamlet that is covered now is better, and is counted with its people") {
  const auto comparison = compare_one({Status::kWhite, -120.0, 0.0}, {Status::kCovered, -90.0, 1.0});
  REQUIRE(comparison.changes.size() == 2);  // 4G and the target
  CHECK(comparison.changes[0].technology == Technology::k4G);
  CHECK_FALSE(comparison.changes[1].technology);
  CHECK(comparison.changes[0].kind == ChangeKind::kStatus);
  CHECK(comparison.changes[0].direction == ChangeDirection::kBetter);
  REQUIRE(comparison.transitions.size() == 2);
  CHECK(comparison.transitions[0].from == Status::kWhite);
  CHECK(comparison.transitions[0].to == Status::kCovered);
  CHECK(comparison.transitions[0].people == 100);
}

TEST_CASE("at one status the share tells which way a hamlet went, at one share the level") {
  const auto share = compare_one({Status::kHollow, -100.0, 0.5}, {Status::kHollow, -90.0, 0.25});
  CHECK(share.changes[0].kind == ChangeKind::kShare);
  CHECK(share.changes[0].direction == ChangeDirection::kWorse);
  CHECK(share.transitions.empty());
  const auto level = compare_one({Status::kWhite, std::nullopt, 0.0}, {Status::kWhite, -150.0, 0.0});
  CHECK(level.changes[0].kind == ChangeKind::kLevel);
  CHECK(level.changes[0].direction == ChangeDirection::kBetter);
}

TEST_CASE("a status that is not known is neither better nor worse than another") {
  const auto comparison = compare_one({Status::kUnknown, std::nullopt, 0.0}, {Status::kCovered, -90.0, 1.0});
  CHECK(comparison.changes[0].kind == ChangeKind::kStatus);
  CHECK(comparison.changes[0].direction == ChangeDirection::kNeither);
}

TEST_CASE("what further operators alone give a hamlet is compared, and counted in no total") {
  ComparedHamlet a = hamlet("H1", {Status::kCovered, -90.0, 1.0}), b = a;
  for (const char* const name : {"A", "B"}) {
    a.by_operator[name][Technology::k4G] = {Status::kWhite, -120.0, 0.0};
    b.by_operator[name][Technology::k4G] = {Status::kWhite, -120.0, 0.0};
  }
  b.by_operator["B"][Technology::k4G] = {Status::kCovered, -95.0, 1.0};
  const auto comparison = compare_hamlets({a}, {b}, {{Technology::k4G}, {"A", "B"}});
  REQUIRE(comparison.changes.size() == 1);
  CHECK(comparison.changes[0].operator_name == "B");
  CHECK(comparison.changes[0].direction == ChangeDirection::kBetter);
  CHECK(comparison.transitions.empty());
}

TEST_CASE("areas are told by how far they are from each target") {
  ComparedArea a, b;
  a.targets = {{"hamlet_share", {{"needed", 10.0}, {"hamlets_missing", 3.0}}}};
  b.targets = {{"hamlet_share", {{"needed", 10.0}, {"hamlets_missing", 1.0}}}};
  const auto areas = compare_areas({a}, {b});
  REQUIRE(areas[0].targets.size() == 1);
  CHECK(areas[0].targets[0].name == "hamlet_share");
  CHECK(areas[0].targets[0].figures[1].difference() == -2.0);
  // A run without a target, as where it is a budget, has none to differ from.
  CHECK_FALSE(compare_areas({{}}, {b})[0].targets[0].figures[1].difference());
}

TEST_CASE("hamlets of one table alone are listed") {
  const std::vector<ComparedHamlet> a = {hamlet("H1", {}), hamlet("H2", {})}, b = {hamlet("H3", {}), hamlet("H2", {})};
  const auto comparison = compare_hamlets(a, b, {{Technology::k4G}, {}});
  CHECK(comparison.compared == 1);
  REQUIRE(comparison.only_a.size() == 1);
  CHECK(comparison.only_a[0].hamlet_id == "H1");
  REQUIRE(comparison.only_b.size() == 1);
  CHECK(comparison.only_b[0].hamlet_id == "H3");
  CHECK(comparison.changes.empty());
}

TEST_CASE("stations are the same by kind and identifier, or by kind and place") {
  const ComparedPlan a{.reached = true,
                       .stations = {station("one", "pole", 0.0), station("two", "pole", 1000.0),
                                    station("three", "new_mast", 2000.0), station("five", "pole", 5000.0)}};
  const ComparedPlan b{.stations = {station("one", "pole", 500.0), station("zwei", "pole", 1050.0),
                                    station("drei", "pole", 2000.0), station("four", "pole", 5051.0)}};
  const auto comparison = compare_plans(a, b);
  REQUIRE(comparison);
  CHECK(comparison->reached_a == true);
  CHECK(comparison->reached_b == false);
  REQUIRE(comparison->in_both.size() == 2);
  CHECK(comparison->in_both[1].a->site_id == "two");
  CHECK(comparison->in_both[1].b->site_id == "zwei");  // 50 m away
  REQUIRE(comparison->only_a.size() == 2);             // of another kind, or 51 m away
  CHECK(comparison->only_a[0].a->site_id == "three");
  CHECK(comparison->only_b.size() == 2);
}

TEST_CASE("of several stations near each other the nearest are the same") {
  const ComparedPlan a{.stations = {station("a1", "pole", 0.0), station("a2", "pole", 30.0)}};
  const ComparedPlan b{.stations = {station("b1", "pole", 31.0)}};
  const auto comparison = compare_plans(a, b);
  REQUIRE(comparison->in_both.size() == 1);
  CHECK(comparison->in_both[0].a->site_id == "a2");
}

TEST_CASE("a plan, a sunset or a study of failures beside none is compared with nothing") {
  CHECK_FALSE(compare_plans(std::nullopt, std::nullopt));
  CHECK_FALSE(compare_sunsets(std::nullopt, std::nullopt));
  const auto plan = compare_plans(std::nullopt, ComparedPlan{.figures = {{"poles", 1.0}}});
  CHECK_FALSE(plan->reached_a);
  CHECK(plan->figures[0] == Figure{"poles", std::nullopt, 1.0});
  ComparedRun a, b;
  b.resilience = ComparedResilience{.by_event = {}, .losses = {{"site", "S1", 12.0}}};
  const RunComparison comparison = compare_runs(a, b);
  REQUIRE(comparison.resilience);
  CHECK_FALSE(comparison.resilience->in_a);
  REQUIRE(comparison.resilience->changes.size() == 1);
  CHECK_FALSE(comparison.resilience->changes[0].people_lost_a);
  CHECK_FALSE(comparison.uncertainty);
}

TEST_CASE("cells that go off in another period are listed with both") {
  const ComparedSunset a{.cells_off = {{"C1", "S1", "A", 1}, {"C2", "S1", "A", 2}}};
  const ComparedSunset b{.cells_off = {{"C1", "S1", "A", 1}, {"C2", "S1", "A", 4}, {"C3", "S2", "A", 5}}};
  const auto comparison = compare_sunsets(a, b);
  CHECK(comparison->cells_in_one_period == 1);
  REQUIRE(comparison->moves.size() == 2);
  CHECK(comparison->moves[0].period_b == 4);
  CHECK_FALSE(comparison->moves[1].period_a);
}

TEST_CASE("technologies and areas of one run alone are told") {
  ComparedRun a, b;
  a.technologies = {Technology::k2G, Technology::k4G};
  b.technologies = {Technology::k4G, Technology::k5G};
  a.communes = {{.province = "P", .commune = "X"}, {.province = "P", .commune = "Y"}};
  b.communes = {{.province = "P", .commune = "Y"}};
  const RunComparison comparison = compare_runs(a, b);
  CHECK(comparison.technologies == std::vector{Technology::k4G});
  CHECK(comparison.technology_names.only_a == std::vector<std::string>{"2G"});
  CHECK(comparison.technology_names.only_b == std::vector<std::string>{"5G"});
  REQUIRE(comparison.communes.size() == 2);
  CHECK_FALSE(comparison.communes[0].in_b);
  CHECK(comparison.communes[1].in_b);
}

namespace {

std::vector<ComparedHamlet> some_hamlets() {
  std::vector<ComparedHamlet> hamlets;
  const auto count = *rc::gen::inRange(0, 8);
  for (int i = 0; i < count; ++i) {
    const auto status = static_cast<Status>(*rc::gen::inRange(0, 4));
    const double share = *rc::gen::inRange(0, 3) / 2.0;
    std::optional<double> level;
    if (*rc::gen::arbitrary<bool>()) level = *rc::gen::inRange(-130, -60);
    hamlets.push_back(hamlet(fmt::format("H{}", *rc::gen::inRange(0, 3) + 3 * i), {status, level, share}));
  }
  return hamlets;
}

std::optional<ComparedPlan> some_plan() {
  if (*rc::gen::arbitrary<bool>()) return std::nullopt;
  ComparedPlan plan{.figures = {{"poles", *rc::gen::inRange(0, 5)}}};
  const auto count = *rc::gen::inRange(0, 6);
  for (int i = 0; i < count; ++i) {
    // Distances between stations of two plans are all different, so that which is the nearest is no matter of order.
    const double x_m = *rc::gen::inRange(0, 4) * 97.0 + i * 13.7 + *rc::gen::inRange(1, 1000000) * 1e-6;
    plan.stations.push_back(station(fmt::format("S{}", *rc::gen::inRange(0, 3) + 3 * i), "pole", x_m));
  }
  return plan;
}

ComparedRun some_run() {
  ComparedRun run;
  run.technologies = {Technology::k4G};
  run.hamlets = some_hamlets();
  run.plan = some_plan();
  run.options = {{"key", fmt::format("{}", *rc::gen::inRange(0, 3))}};
  run.inputs = {{"sites", fmt::format("{}.csv", *rc::gen::inRange(0, 2)), fmt::format("{}", *rc::gen::inRange(0, 2))}};
  return run;
}

ChangeDirection mirrored(ChangeDirection direction) {
  if (direction == ChangeDirection::kNeither) return direction;
  return direction == ChangeDirection::kBetter ? ChangeDirection::kWorse : ChangeDirection::kBetter;
}

}  // namespace

TEST_CASE("a run does not differ from itself") {
  rc::check([] {
    const ComparedRun run = some_run();
    const RunComparison comparison = compare_runs(run, run);
    RC_ASSERT(comparison.hamlets.changes.empty());
    RC_ASSERT(comparison.hamlets.transitions.empty());
    RC_ASSERT(comparison.hamlets.only_a.empty() && comparison.hamlets.only_b.empty());
    RC_ASSERT(comparison.hamlets.compared == run.hamlets.size());
    RC_ASSERT(comparison.options.empty() && comparison.inputs.changes.empty());
    RC_ASSERT(comparison.plan.has_value() == run.plan.has_value());
    if (comparison.plan) {
      RC_ASSERT(comparison.plan->only_a.empty() && comparison.plan->only_b.empty());
      for (const Figure& figure : comparison.plan->figures)
        RC_ASSERT(figure.difference() == 0.0);
    }
  });
}

TEST_CASE("comparing the other way round says the opposite") {
  rc::check([] {
    const ComparedRun a = some_run(), b = some_run();
    const RunComparison one = compare_runs(a, b), other = compare_runs(b, a);
    RC_ASSERT(one.hamlets.only_a.size() == other.hamlets.only_b.size());
    RC_ASSERT(one.hamlets.changes.size() == other.hamlets.changes.size());
    for (const HamletChange& change : one.hamlets.changes) {
      const auto found = std::ranges::find_if(other.hamlets.changes, [&](const HamletChange& back) {
        return back.hamlet.hamlet_id == change.hamlet.hamlet_id && back.technology == change.technology;
      });
      RC_ASSERT(found != other.hamlets.changes.end());
      RC_ASSERT(found->a == change.b && found->b == change.a);
      RC_ASSERT(found->direction == mirrored(change.direction));
    }
    RC_ASSERT(one.options.size() == other.options.size());
    RC_ASSERT(one.inputs.same == other.inputs.same);
    RC_ASSERT(one.plan.has_value() == other.plan.has_value());
    if (one.plan) {
      RC_ASSERT(one.plan->in_both.size() == other.plan->in_both.size());
      RC_ASSERT(one.plan->only_a.size() == other.plan->only_b.size());
    }
  });
}
