#include "propagation/p526/bullington.h"

#include <cmath>

#include "propagation/p526/knife_edge.h"

namespace phusong::propagation::p526 {

double bullington_loss_db(double nu, double distance_km) {
  const double edge_db = knife_edge_loss_db(nu);
  return edge_db + (1.0 - std::exp(-edge_db / 6.0)) * (10.0 + 0.02 * distance_km);  // (21)
}

}  // namespace phusong::propagation::p526
