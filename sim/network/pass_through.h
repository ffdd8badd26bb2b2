#pragma once

#include <string>
#include <vector>

namespace phusong::network {

/// A field of a pass-through column, one that the program does not know: it goes to the outputs as it is.
struct PassThroughField {
  std::string column;
  std::string value;
  bool stays_text = false;  ///< looks like a number, and it cannot be told which
};
/// The pass-through fields of a row, in the order of its table, without empty ones.
using PassThroughFields = std::vector<PassThroughField>;

}  // namespace phusong::network
