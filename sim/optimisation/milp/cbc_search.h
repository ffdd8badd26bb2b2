#pragma once

#include <coin/CbcEventHandler.hpp>
#include <coin/OsiClpSolverInterface.hpp>
#include <functional>
#include <vector>

#include "sim/optimisation/milp/model.h"

// Parts that the searches by CBC share.
namespace phusong::milp {

// CbcModel's codes: CbcModel::status() and CbcModel::secondaryStatus().
inline constexpr int kFinished = 0;
inline constexpr int kStoppedByTime = 4;

/// Ends the search between two nodes when the caller asks for it.
class StopHandler : public CbcEventHandler {
 public:
  explicit StopHandler(const std::function<bool()>& stop_requested) : stop_requested_(stop_requested) {}
  CbcAction event(CbcEvent /*what*/) override { return stop_requested_ && stop_requested_() ? stop : noAction; }
  CbcEventHandler* clone() const override { return new StopHandler(*this); }

 private:
  std::function<bool()> stop_requested_;
};

/// The model in CLP, its integer variables marked; silent.
OsiClpSolverInterface clp_interface(const Model& model);

/// Copies a solution's values and rounds those of integer variables to whole numbers.
std::vector<double> whole_values(const Model& model, const double* raw);

}  // namespace phusong::milp
