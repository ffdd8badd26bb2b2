#include <fmt/format.h>

#include <map>

#include "sim/planning/selection/select.h"
#include "sim/planning/selection/value.h"

namespace phusong::planning {

namespace {

using milp::Model;
using Terms = std::vector<std::pair<std::size_t, double>>;

/// Writes a selection problem as a model: option variables first, in their order, then a variable a hamlet; a hamlet
/// with several ways has one for each way, a point that is not served already one for its share.
class ModelWriter {
 public:
  explicit ModelWriter(const SelectionProblem& problem) : problem_(problem) {}

  Model model() {
    model_.sense = maximises() ? milp::Sense::kMaximise : milp::Sense::kMinimise;
    for (const SelectionOption& option : problem_.options)
      add_variable("build_" + option.name, maximises() ? 0.0 : option.cost, true);
    for (const SelectionHamlet& hamlet : problem_.hamlets)
      add_hamlet(hamlet);
    add_places();
    add_goal();
    return std::move(model_);
  }

 private:
  bool maximises() const { return problem_.goal.budget_capex.has_value(); }

  std::size_t add_variable(std::string name, double cost, bool integer) {
    model_.variables.push_back({.name = std::move(name), .upper = 1.0, .cost = cost, .integer = integer});
    return model_.variables.size() - 1;
  }

  void add_row(std::string name, double lower, double upper, Terms terms) {
    model_.rows.push_back({.name = std::move(name), .lower = lower, .upper = upper, .terms = std::move(terms)});
  }

  void add_hamlet(const SelectionHamlet& hamlet) {
    if (hamlet.counts_already) return add_constant(hamlet);
    const std::size_t counts = add_variable("counts_" + hamlet.name, maximises() ? hamlet.value : 0.0, true);
    target_.emplace_back(counts, hamlet.value);
    communes_[hamlet.commune].emplace_back(counts, static_cast<double>(hamlet.hamlets));
    Terms ways{{counts, -1.0}};
    for (std::size_t w = 0; w < hamlet.ways.size(); ++w) {
      const std::string name = fmt::format("{}_way{}", hamlet.name, w + 1);
      const std::size_t way = hamlet.ways.size() == 1 ? counts : add_variable(name, 0.0, true);
      if (way != counts) ways.emplace_back(way, 1.0);
      add_way(name, hamlet.ways[w], way);
    }
    if (hamlet.ways.size() != 1) add_row("ways_" + hamlet.name, 0.0, milp::kInfinity, ways);
  }

  void add_constant(const SelectionHamlet& hamlet) {
    if (maximises()) model_.constant += hamlet.value;
    counted_value_ += hamlet.value;
    counted_of_commune_[hamlet.commune] += static_cast<double>(hamlet.hamlets);
  }

  /// need · way ≤ Σ weight · served, served ≤ Σ options of each layer
  void add_way(const std::string& name, const SelectionWay& way, std::size_t variable) {
    Terms weights;
    double served_already = 0.0;
    for (std::size_t p = 0; p < way.points.size(); ++p) {
      const SelectionPoint& point = way.points[p];
      if (point.layers.empty()) {
        served_already += point.weight;
        continue;
      }
      const std::string point_name = fmt::format("served_{}_{}", name, p + 1);
      const std::size_t served = add_variable(point_name, 0.0, false);
      weights.emplace_back(served, point.weight);
      for (std::size_t l = 0; l < point.layers.size(); ++l)
        add_layer(fmt::format("{}_by{}", point_name, l + 1), point.layers[l], served);
    }
    const double need = way.least_weight - served_already - 1e-9;
    if (need <= 0.0) return;
    weights.emplace_back(variable, -need);
    add_row("need_" + name, 0.0, milp::kInfinity, std::move(weights));
  }

  void add_layer(std::string name, const std::vector<OptionIndex>& layer, std::size_t served) {
    Terms terms{{served, -1.0}};
    for (const OptionIndex option : layer)
      terms.emplace_back(option, 1.0);
    add_row(std::move(name), 0.0, milp::kInfinity, std::move(terms));
  }

  void add_places() {
    std::map<std::size_t, Terms> places;
    for (std::size_t i = 0; i < problem_.options.size(); ++i)
      places[problem_.options[i].place].emplace_back(i, 1.0);
    for (auto& [place, terms] : places)
      if (terms.size() > 1) add_row(fmt::format("place_{}", place), -milp::kInfinity, 1.0, std::move(terms));
  }

  void add_goal() {
    const SelectionGoal& goal = problem_.goal;
    if (goal.budget_capex) {
      Terms capex;
      for (std::size_t i = 0; i < problem_.options.size(); ++i)
        if (problem_.options[i].capex != 0.0) capex.emplace_back(i, problem_.options[i].capex);
      add_row("budget", -milp::kInfinity, *goal.budget_capex, std::move(capex));
    } else {
      const double left = goal.least_value - counted_value_ - value_tolerance(goal.least_value);
      add_row("target", left, milp::kInfinity, target_);
    }
    for (std::size_t c = 0; c < goal.least_hamlets_of_commune.size(); ++c) {
      const double left = static_cast<double>(goal.least_hamlets_of_commune[c]) - counted_of_commune_[c];
      if (left > 0.0) add_row(fmt::format("commune_{}", c + 1), left, milp::kInfinity, communes_[c]);
    }
  }

  const SelectionProblem& problem_;
  Model model_;
  Terms target_;
  double counted_value_ = 0.0;
  std::map<std::size_t, Terms> communes_;
  std::map<std::size_t, double> counted_of_commune_;
};

}  // namespace

milp::Model model_of(const SelectionProblem& problem) {
  return ModelWriter(problem).model();
}

}  // namespace phusong::planning
