#pragma once

#include <vector>

#include "sim/optimisation/milp/model.h"
#include "sim/sunset/exact/exact_rows.h"
#include "sim/sunset/model/schedule.h"

namespace phusong::sunset {

/// The whole sunset as a mixed-integer model: what is off, on and given by the end of each period, and the levels of
/// the objective.
class ExactModel {
 public:
  /// It begins with the first two levels as its aim: cells left and, for as many of them, the last period.
  explicit ExactModel(const SunsetModel& model);

  /// Cells left and handsets given, a handset counting as so many cells.
  void aim_at_cells_left(double price_of_handset);
  /// It is known that no fewer are left.
  void set_fewest_left(std::int64_t cells);
  void aim_at_refarmed_people();
  void aim_at_cost();
  /// Lets no later solution be worse than this one in the levels aimed at so far.
  void keep_cells_and_period(const Objective& reached);
  void keep_refarmed_people(const Objective& reached);

  const milp::Model& milp() const { return milp_; }
  std::size_t decisions() const;  ///< whole-number variables
  /// What the values say of the end: how far each cell is off, and the handsets given, rounded up.
  std::vector<double> off_at_end(const std::vector<double>& values) const;
  std::vector<ClassCounts> given_at_end(const std::vector<double>& values) const;
  Schedule schedule_of(const std::vector<double>& values) const;

 private:
  void add_cells_and_period(ExactRows& rows);
  std::vector<std::vector<const Steps*>> own_carriers() const;
  void add_refarmed_people(ExactRows& rows);
  void add_cost(ExactRows& rows);
  void clear_aim();

  const SunsetModel& model_;
  milp::Model milp_;
  ExactDecisions decisions_;
  Variable cells_left_ = 0, last_period_ = 0, people_mhz_ = 0, cost_ = 0;
};

}  // namespace phusong::sunset
