#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "sim/planning/milp/model.h"
#include "sim/planning/sunset/schedule.h"

namespace phusong::planning::sunset {

/// The whole sunset as a mixed-integer model: what is off, on and given by the end of each period. A handset that moves
/// to VoLTE gains at a spot where VoLTE is served and its class is not; that product is a variable of its own, which
/// needs upper limits alone, because more service never hurts a floor.
class ExactModel {
 public:
  /// It begins with the first two levels as its aim: cells left and, for as many of them, the last period.
  explicit ExactModel(const SunsetModel& model);
  ExactModel(const ExactModel&) = delete;  // suppliers point into it
  ExactModel& operator=(const ExactModel&) = delete;

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
  using Variable = std::size_t;
  using Terms = std::vector<std::pair<std::size_t, double>>;
  using Steps = std::vector<Variable>;  ///< what has happened by the end of each period, from 1 on

  /// What can give services at a spot.
  struct Supplier {
    const Steps* steps = nullptr;
    bool until = false;  ///< it gives until that happens, not from then on
    ServiceMask services = 0;
    bool is_own_carrier = false;
  };

  Variable add_variable(std::string name, double upper, bool integer);
  void add_row(std::string name, double lower, double upper, const Terms& terms);
  Steps add_steps(const std::string& name, std::size_t index);
  static void add_change(const Steps& steps, int period, double factor, Terms& terms);

  void add_decisions();
  void add_guard();
  void add_crews();
  void add_visits();
  void add_swap_budget();
  void find_suppliers();
  void add_floors();
  void add_floor(DemandIndex demand, Service service, int period);
  Variable service_at(SpotIndex spot, std::size_t bit, int period);
  std::size_t first_service_like(SpotIndex spot, std::size_t bit) const;
  void add_handsets(DemandIndex demand);
  void add_handset_budget();
  void add_cells_and_period();
  void add_refarmed_people();
  void add_cost();
  void clear_aim();
  bool needs_floors(DemandIndex demand) const;

  const SunsetModel& model_;
  milp::Model milp_;
  std::vector<Steps> off_, on_, swap_;                 ///< of a carrier that never starts: empty
  std::vector<std::array<Steps, kVolteIndex>> given_;  ///< handsets given so far, one a demand; empty where none count
  std::vector<std::vector<Supplier>> suppliers_;       ///< one a spot
  std::vector<std::array<Steps, kServices>> served_;   ///< one a spot; made when asked for
  Variable cells_left_ = 0, last_period_ = 0, people_mhz_ = 0, cost_ = 0;
};

}  // namespace phusong::planning::sunset
