#pragma once

#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/sunset/exact/exact_rows.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// The whole sunset as a mixed-integer linear model, with its lexicographic objectives. README.md, "Exact model".
class ExactModel {
 public:
  /// The first objective is set: minimise cells left and, among equals, the last period.
  explicit ExactModel(const SunsetModel& model);

  /// Minimises cells left + multiplier · handsets given.
  void minimise_cells_left(double multiplier);
  /// Adds a valid lower bound on the cells left.
  void set_cells_left_at_least(std::int64_t cells);
  void maximise_refarmed_people();
  void minimise_cost();
  /// Keeps later solutions from being worse than this one in the objectives optimised so far.
  void constrain_cells_and_period(const Objective& reached);
  void constrain_refarmed_people(const Objective& reached);

  const milp::Model& milp() const { return milp_; }
  std::size_t decisions() const;  ///< integer variables
  /// Values at the end of the last period: of each cell's variable, and of the handsets given, rounded up.
  std::vector<double> off_at_end(const std::vector<double>& values) const;
  std::vector<ClassCounts> given_at_end(const std::vector<double>& values) const;
  Schedule schedule_of(const std::vector<double>& values) const;

 private:
  void add_cells_and_period(ExactRows& rows);
  std::vector<std::vector<const Steps*>> own_carriers() const;
  void add_refarmed_people(ExactRows& rows);
  void add_cost(ExactRows& rows);
  void clear_objective();

  const SunsetModel& model_;
  milp::Model milp_;
  ExactDecisions decisions_;
  Variable cells_left_ = 0, last_period_ = 0, people_mhz_ = 0, cost_ = 0;
};

}  // namespace phusong::sunset
