#include "sim/sunset/outcome/quarter.h"

#include <fmt/format.h>

namespace phusong::sunset {

Quarter Quarter::plus(int quarters) const {
  const int since_year_0 = 4 * year + quarter - 1 + quarters;
  return {since_year_0 / 4, since_year_0 % 4 + 1};
}

std::string Quarter::name() const {
  return fmt::format("{:04}-Q{}", year, quarter);
}

std::string Quarter::first_day() const {
  return fmt::format("{:04}-{:02}-01", year, 3 * quarter - 2);
}

Quarter parse_quarter(const std::string& text) {
  return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(6))};
}

}  // namespace phusong::sunset
