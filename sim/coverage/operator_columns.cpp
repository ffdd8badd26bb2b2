#include "sim/coverage/operator_columns.h"

#include <algorithm>

namespace phusong::coverage {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// `any_of`: the operators whose union "any" is.
OperatorColumns columns(const network::Network& network, std::vector<std::string> names,
                        const std::vector<std::string>& any_of) {
  OperatorColumns result{.names = std::move(names), .columns_of_site = {}};
  for (const network::Site& site : network.sites) {
    std::vector<std::size_t>& of_site = result.columns_of_site.emplace_back();
    for (std::size_t i = 0; i < result.names.size(); ++i) {
      const std::string& name = result.names[i];
      if (name == kAnyOperator ? contains(any_of, site.operator_name) : name == site.operator_name) {
        of_site.push_back(i);
      }
    }
  }
  return result;
}

/// "any" at the end, every name once.
std::vector<std::string> any_last(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) {
    if (name != kAnyOperator && !contains(result, name)) result.push_back(name);
  }
  if (contains(names, kAnyOperator)) result.push_back(kAnyOperator);
  return result;
}

}  // namespace

OperatorColumns verdict_columns(const network::Network& network, const scenario::ServiceOptions& options) {
  std::vector<std::string> names = any_last(options.operators.empty() ? network.operators : options.operators);
  const bool any_is_named = contains(names, kAnyOperator);
  const std::vector<std::string> any_of = any_is_named ? network.operators : names;
  if (!any_is_named && (names.size() != 1 || options.operators.empty())) names.push_back(kAnyOperator);
  return columns(network, std::move(names), any_of);
}

OperatorColumns raster_columns(const network::Network& network, const scenario::ServiceOptions& options) {
  return columns(network, any_last(options.raster_operators), network.operators);
}

}  // namespace phusong::coverage
