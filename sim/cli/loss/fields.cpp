#include "sim/cli/loss/fields.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

namespace phusong::loss {
namespace {

double number_of(const nlohmann::json& value, const std::string& name) {
  if (!value.is_number()) throw FieldError(name + " is not a number");
  return value.get<double>();
}

int whole_of(double value, std::string_view name) {
  constexpr double kLargest = std::numeric_limits<int>::max();
  if (value != std::floor(value) || std::abs(value) > kLargest) {
    throw FieldError(std::string(name) + " is not a whole number");
  }
  return static_cast<int>(value);
}

}  // namespace

Fields::Found Fields::find(Names names) const {
  for (const Name& name : names) {
    const auto found = object_.find(name.text);
    if (found != object_.end()) return {&*found, name};
  }
  return {};
}

Fields::Found Fields::required(Names names) const {
  const Found found = find(names);
  if (found.value == nullptr) throw FieldError(std::string(names.front().text) + " is missing");
  return found;
}

double Fields::number(Names names) const {
  const Found found = required(names);
  return found.name.factor * number_of(*found.value, std::string(found.name.text));
}

std::optional<double> Fields::optional_number(Names names) const {
  if (!has(names)) return std::nullopt;
  return number(names);
}

double Fields::number_or(Names names, double fallback) const {
  return optional_number(names).value_or(fallback);
}

int Fields::whole(Names names) const {
  return whole_of(number(names), names.front().text);
}

int Fields::whole_or(Names names, int fallback) const {
  return has(names) ? whole(names) : fallback;
}

std::vector<double> Fields::numbers(Names names) const {
  const Found found = required(names);
  const std::string name(found.name.text);
  if (!found.value->is_array()) throw FieldError(name + " is not an array");
  std::vector<double> numbers;
  numbers.reserve(found.value->size());
  for (const nlohmann::json& element : *found.value) {
    if (!element.is_number()) throw FieldError(name + "[" + std::to_string(numbers.size()) + "] is not a number");
    numbers.push_back(found.name.factor * element.get<double>());
  }
  return numbers;
}

std::vector<double> Fields::numbers(Names names, std::size_t n) const {
  if (!is_array(names)) return std::vector<double>(n, number(names));
  std::vector<double> result = numbers(names);
  if (result.size() != n) {
    throw FieldError(std::string(find(names).name.text) + " has " + std::to_string(result.size()) +
                     " values, ground_m " + std::to_string(n));
  }
  return result;
}

bool Fields::is_array(Names names) const {
  const Found found = find(names);
  return found.value != nullptr && found.value->is_array();
}

std::string Fields::text_or(std::string_view name, std::string_view fallback) const {
  const Found found = find(std::array{Name{name}});
  if (found.value == nullptr) return std::string(fallback);
  if (!found.value->is_string()) throw FieldError(std::string(name) + " is not a text");
  return found.value->get<std::string>();
}

bool Fields::truth_or(std::string_view name, bool fallback) const {
  const Found found = find(std::array{Name{name}});
  if (found.value == nullptr) return fallback;
  if (!found.value->is_boolean()) throw FieldError(std::string(name) + " is neither true nor false");
  return found.value->get<bool>();
}

propagation::Polarization polarization_of(const Fields& fields) {
  using propagation::Polarization;
  const auto numbered = [&](std::string_view name, int horizontal) {
    const int code = fields.whole(name) - horizontal;
    if (code != 0 && code != 1) throw FieldError(std::string(name) + " names no polarization");
    return code == 0 ? Polarization::kHorizontal : Polarization::kVertical;
  };
  if (fields.has("polarization")) {
    const std::string text = fields.text_or("polarization", "");
    if (text == "horizontal") return Polarization::kHorizontal;
    if (text == "vertical") return Polarization::kVertical;
    throw FieldError("unknown polarization '" + text + "' (allowed: horizontal, vertical)");
  }
  if (fields.has("pol_1h_2v")) return numbered("pol_1h_2v", 1);
  if (fields.has("pol_0h_1v")) return numbered("pol_0h_1v", 0);
  if (fields.has("pol")) return numbered("pol", 0);
  return Polarization::kVertical;
}

}  // namespace phusong::loss
