#include <fmt/format.h>

#include "sim/optimisation/covering/problem/master_model.h"
#include "sim/optimisation/covering/solve.h"

namespace phusong::covering {

namespace {

using Terms = std::vector<std::pair<std::size_t, double>>;

/// Adds to a frame when a hamlet counts: a variable for each of its ways where there are several, and one for each
/// sample point that is not served already.
class NeedWriter {
 public:
  explicit NeedWriter(milp::Model& model) : model_(model) {}

  void add(const Demand& hamlet, std::size_t counts) {
    if (hamlet.counts_already) return;
    Terms ways{{counts, -1.0}};
    for (std::size_t w = 0; w < hamlet.ways.size(); ++w) {
      const bool only_one = hamlet.ways.size() == 1;
      const std::string name = fmt::format("{}_way{}", hamlet.name, w + 1);
      const std::size_t way = only_one ? counts : add_variable(name, true);
      if (!only_one) ways.emplace_back(way, 1.0);
      add_way(name, hamlet.ways[w], way);
    }
    if (hamlet.ways.size() != 1) add_row("ways_" + hamlet.name, std::move(ways));
  }

 private:
  std::size_t add_variable(std::string name, bool integer) {
    model_.variables.push_back({.name = std::move(name), .upper = 1.0, .integer = integer});
    return model_.variables.size() - 1;
  }

  void add_row(std::string name, Terms terms) {
    model_.rows.push_back({.name = std::move(name), .lower = 0.0, .terms = std::move(terms)});
  }

  /// need · way ≤ Σ weight · served
  void add_way(const std::string& name, const Alternative& way, std::size_t variable) {
    Terms terms;
    double need = way.least_weight - 1e-9;  // as SelectionWay reads it
    for (std::size_t p = 0; p < way.points.size(); ++p) {
      const DemandPoint& point = way.points[p];
      if (point.layers.empty()) {
        need -= point.weight;
      } else {
        terms.emplace_back(add_point(fmt::format("served_{}_{}", name, p + 1), point), point.weight);
      }
    }
    if (need <= 0.0) return;
    terms.emplace_back(variable, -need);
    add_row("need_" + name, std::move(terms));
  }

  /// served ≤ Σ options of each layer
  std::size_t add_point(const std::string& name, const DemandPoint& point) {
    const std::size_t served = add_variable(name, false);
    for (std::size_t l = 0; l < point.layers.size(); ++l) {
      Terms terms{{served, -1.0}};
      for (const OptionIndex option : point.layers[l])
        terms.emplace_back(option, 1.0);
      add_row(fmt::format("{}_by{}", name, l + 1), std::move(terms));
    }
    return served;
  }

  milp::Model& model_;
};

}  // namespace

milp::Model model_of(const Problem& problem) {
  milp::Model model = master_model(problem);
  NeedWriter needs(model);
  for (std::size_t h = 0; h < problem.hamlets.size(); ++h)
    needs.add(problem.hamlets[h], variable_of_hamlet(problem, h));
  return model;
}

}  // namespace phusong::covering
