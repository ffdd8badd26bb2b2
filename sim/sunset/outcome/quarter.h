#pragma once

#include <string>

namespace phusong::sunset {

/// A quarter of a year. Period t of a sunset is its start plus t − 1 quarters.
struct Quarter {
  int year = 2027;
  int quarter = 1;  ///< 1 … 4

  Quarter plus(int quarters) const;
  std::string name() const;       ///< "2027-Q1"
  std::string first_day() const;  ///< "2027-01-01"
};

/// Reads "2027-Q1", the form that the scenario's reader has checked.
Quarter parse_quarter(const std::string& text);

}  // namespace phusong::sunset
