#pragma once

#include <string>
#include <vector>

namespace phusong::network {

/// A field of a column that the program does not know: it goes to the outputs as it is.
struct CarriedField {
  std::string column;
  std::string value;
  bool stays_text = false;  ///< looks like a number, and it cannot be told which
};
/// Of a row, in the order of its table, without empty ones.
using CarriedFields = std::vector<CarriedField>;

}  // namespace phusong::network
