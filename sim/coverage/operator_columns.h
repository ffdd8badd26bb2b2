#pragma once

#include <string>
#include <vector>

#include "sim/network/network.h"
#include "sim/scenario/options.h"

namespace phusong::coverage {

inline constexpr const char* kAnyOperator = "any";

/// Whose services are judged: one column an operator, and "any", the union of operators, last.
struct OperatorColumns {
  std::vector<std::string> names;
  std::vector<std::vector<std::size_t>> columns_of_site;  ///< [site] the columns that its cells count for
};

/// From service.operators. Empty: every operator found and "any", their union. Names: those; where there are several
/// and "any" is not among them, the union of those is added; "any" by name is the union of every operator found.
OperatorColumns verdict_columns(const network::Network& network, const scenario::ServiceOptions& options);

/// From service.raster_operators.
OperatorColumns raster_columns(const network::Network& network, const scenario::ServiceOptions& options);

}  // namespace phusong::coverage
