#include "sim/scenario/bandwidths_text.h"

namespace phusong::scenario {

std::string bandwidths_text(network::Technology technology) {
  return technology == network::Technology::k4G ? "1.4, 3, 5, 10, 15, 20 MHz" : "those of TS 38.101-1 table 5.3.2-1";
}

}  // namespace phusong::scenario
