#include "sim/optimisation/covering/problem/model_of.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "sim/optimisation/covering/problem/master_model.h"

namespace phusong::covering {

namespace {

using Terms = std::vector<std::pair<std::size_t, double>>;

/// Adds the rows that link a demand's z to the x: a variable per alternative where there are several, and one per point
/// that is not served already.
class LinkingRows {
 public:
  explicit LinkingRows(milp::Model& model) : model_(model) {}

  void add(const Demand& demand, std::size_t counts) {
    if (demand.counts_already) return;
    Terms alternatives{{counts, -1.0}};  // z ≤ Σ alternatives
    for (std::size_t a = 0; a < demand.alternatives.size(); ++a) {
      const bool only_one = demand.alternatives.size() == 1;
      const std::string name = fmt::format("{}_way{}", demand.name, a + 1);
      const std::size_t alternative = only_one ? counts : add_variable(name, true);
      if (!only_one) alternatives.emplace_back(alternative, 1.0);
      add_alternative(name, demand.alternatives[a], alternative);
    }
    if (demand.alternatives.size() != 1) add_row("ways_" + demand.name, std::move(alternatives));
  }

 private:
  std::size_t add_variable(std::string name, bool integer) {
    model_.variables.push_back({.name = std::move(name), .upper = 1.0, .integer = integer});
    return model_.variables.size() - 1;
  }

  void add_row(std::string name, Terms terms) {
    model_.rows.push_back({.name = std::move(name), .lower = 0.0, .terms = std::move(terms)});
  }

  /// least_weight · alternative ≤ Σ weight_p · served_p  (Eq. 6)
  void add_alternative(const std::string& name, const Alternative& alternative, std::size_t variable) {
    Terms terms;
    double required = alternative.least_weight - 1e-9;  // the tolerance of Alternative
    for (std::size_t p = 0; p < alternative.points.size(); ++p) {
      const DemandPoint& point = alternative.points[p];
      if (point.cover_sets.empty()) {
        required -= point.weight;
      } else {
        terms.emplace_back(add_point(fmt::format("served_{}_{}", name, p + 1), point), point.weight);
      }
    }
    if (required <= 0.0) return;
    terms.emplace_back(variable, -required);
    add_row("need_" + name, std::move(terms));
  }

  /// served_p ≤ Σ_{i in F} x_i for each cover set F of the point  (Eq. 7)
  std::size_t add_point(const std::string& name, const DemandPoint& point) {
    const std::size_t served = add_variable(name, false);
    for (std::size_t c = 0; c < point.cover_sets.size(); ++c) {
      Terms terms{{served, -1.0}};
      for (const OptionIndex option : point.cover_sets[c])
        terms.emplace_back(option, 1.0);
      add_row(fmt::format("{}_by{}", name, c + 1), std::move(terms));
    }
    return served;
  }

  milp::Model& model_;
};

}  // namespace

milp::Model model_of(const Problem& problem) {
  milp::Model model = master_model(problem).model;
  LinkingRows rows(model);
  for (std::size_t d = 0; d < problem.demands.size(); ++d)
    rows.add(problem.demands[d], variable_of_demand(problem, d));
  return model;
}

}  // namespace phusong::covering
