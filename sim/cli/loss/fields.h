#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "propagation/profile.h"
#include "sim/cli/loss/names.h"

namespace phusong::loss {

/// A field is missing or not what it should be.
class FieldError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The fields of one request. Each getter throws FieldError for a field of the wrong type, those without a fallback
/// for one that is missing.
class Fields {
 public:
  explicit Fields(const nlohmann::json& object) : object_(object) {}

  bool has(Names names) const { return find(names).value != nullptr; }
  double number(Names names) const;
  double number_or(Names names, double fallback) const;
  std::optional<double> optional_number(Names names) const;
  int whole(Names names) const;
  int whole_or(Names names, int fallback) const;
  /// Numbers of an array.
  std::vector<double> numbers(Names names) const;
  /// Numbers of an array of `n`, or one number that holds n times.
  std::vector<double> numbers(Names names, std::size_t n) const;
  bool is_array(Names names) const;

  // The same by one name.
  double number(std::string_view name) const { return number(std::array{Name{name}}); }
  double number_or(std::string_view name, double fallback) const { return number_or(std::array{Name{name}}, fallback); }
  int whole(std::string_view name) const { return whole(std::array{Name{name}}); }
  int whole_or(std::string_view name, int fallback) const { return whole_or(std::array{Name{name}}, fallback); }
  bool has(std::string_view name) const { return has(std::array{Name{name}}); }
  std::string text_or(std::string_view name, std::string_view fallback) const;
  bool truth_or(std::string_view name, bool fallback) const;

 private:
  struct Found {
    const nlohmann::json* value = nullptr;
    Name name;
  };

  const nlohmann::json& object_;

  Found find(Names names) const;
  Found required(Names names) const;
};

/// `polarization` "horizontal" or "vertical", or the numbers of `pol_1h_2v` or `pol_0h_1v`; vertical where none is
/// given.
propagation::Polarization polarization_of(const Fields& fields);

}  // namespace phusong::loss
