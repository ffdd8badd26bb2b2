#include "sim/planning/broadband/broadband_model.h"

#include <fmt/format.h>

namespace phusong::planning {
namespace {

/// Writes the flow model hamlet by hamlet.
class FlowModelWriter {
 public:
  FlowModelWriter(const BroadbandProblem& problem, double objective_per_km)
      : problem_(problem),
        objective_per_km_(objective_per_km),
        arcs_into_(problem.hamlets.size()),
        flow_through_(problem.hamlets.size()) {}

  milp::Model write() {
    const std::size_t hamlets = problem_.hamlets.size();
    for (std::size_t h = 0; h < hamlets; ++h)
      add_variable(fmt::format("joined_{}", h + 1), 1.0, 0.0, true);
    for (std::size_t to = 0; to < hamlets; ++to) {
      add_arc(fmt::format("root_{}", to + 1), to, problem_.to_root_km[to]);
      for (std::size_t from = 0; from < hamlets; ++from)
        if (from != to && problem_.distance_km(from, to) < problem_.to_root_km[to]) add_arc_between(from, to);
    }
    for (std::size_t h = 0; h < hamlets; ++h)
      add_hamlet(h);
    add_row("target", static_cast<double>(problem_.needed), milp::kInfinity, target_);
    return std::move(model_);
  }

 private:
  using Terms = std::vector<std::pair<std::size_t, double>>;

  const BroadbandProblem& problem_;
  double objective_per_km_;
  milp::Model model_;
  std::vector<Terms> arcs_into_, flow_through_;  ///< one per hamlet
  Terms target_;

  std::size_t add_variable(std::string name, double upper, double cost, bool integer) {
    model_.variables.push_back({.name = std::move(name), .upper = upper, .cost = cost, .integer = integer});
    return model_.variables.size() - 1;
  }

  void add_row(std::string name, double lower, double upper, Terms terms) {
    model_.rows.push_back({.name = std::move(name), .lower = lower, .upper = upper, .terms = std::move(terms)});
  }

  /// Adds an arc and its flow, which is 0 unless the arc is built; returns the number of the flow's variable.
  std::size_t add_arc(const std::string& ends, std::size_t to, double length_km) {
    const auto most = static_cast<double>(problem_.needed);
    const std::size_t arc = add_variable("arc_" + ends, 1.0, length_km * objective_per_km_, true);
    const std::size_t flow = add_variable("flow_" + ends, most, 0.0, false);
    add_row("carries_" + ends, 0.0, milp::kInfinity, {{arc, most}, {flow, -1.0}});
    arcs_into_[to].emplace_back(arc, 1.0);
    flow_through_[to].emplace_back(flow, 1.0);
    return flow;
  }

  void add_arc_between(std::size_t from, std::size_t to) {
    const std::string ends = fmt::format("{}_{}", from + 1, to + 1);
    const std::size_t flow = add_arc(ends, to, problem_.distance_km(from, to));
    flow_through_[from].emplace_back(flow, -1.0);
    add_row("begins_" + ends, 0.0, milp::kInfinity, {{from, 1.0}, {flow - 1, -1.0}});
  }

  /// Adds the rows of a hamlet: it is joined by one arc, of whose flow it keeps a unit.
  void add_hamlet(std::size_t hamlet) {
    arcs_into_[hamlet].emplace_back(hamlet, -1.0);
    flow_through_[hamlet].emplace_back(hamlet, -1.0);
    add_row(fmt::format("joins_{}", hamlet + 1), 0.0, 0.0, std::move(arcs_into_[hamlet]));
    add_row(fmt::format("keeps_{}", hamlet + 1), 0.0, 0.0, std::move(flow_through_[hamlet]));
    target_.emplace_back(hamlet, 1.0);
  }
};

}  // namespace

milp::Model broadband_model(const BroadbandProblem& problem, double objective_per_km) {
  return FlowModelWriter(problem, objective_per_km).write();
}

}  // namespace phusong::planning
