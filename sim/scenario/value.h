#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "propagation/limit.h"

namespace phusong::scenario {

/// A value that is one of a few names.
struct Choice {
  std::vector<std::string> names;
  std::function<std::size_t()> index;
  std::function<void(std::size_t)> choose;
  bool whole_numbers = false;                                   ///< the names are numbers in TOML, not text
  std::vector<std::pair<std::string, std::string>> synonyms{};  ///< other name, name
};

/// A list of such names.
struct ChoiceList {
  std::vector<std::string> names;
  std::function<std::vector<std::size_t>()> indices;
  std::function<void(const std::vector<std::size_t>&)> choose;
  bool may_be_empty = false;
};

/// [low, high]
struct NumberPair {
  double* low = nullptr;
  double* high = nullptr;
};

/// Where the value of a scenario key or a table column lives; decides its type.
using Place =
    std::variant<std::string*, std::vector<std::string>*, bool*, int*, std::int64_t*, std::optional<std::int64_t>*,
                 double*, std::optional<double>*, std::vector<double>*, NumberPair, Choice, ChoiceList>;

/// Names of an enumeration (or of the allowed texts) with what they stand for.
template <class Value>
using Names = std::vector<std::pair<std::string, Value>>;

/// The Choice that reads and writes `place`, which must outlive it and hold one of the values.
template <class Value>
Choice choice(Value& place, const Names<Value>& values) {
  Choice result;
  for (const auto& [name, value] : values)
    result.names.push_back(name);
  result.index = [&place, values] {
    std::size_t i = 0;
    while (i < values.size() && !(values[i].second == place))
      ++i;
    return i;
  };
  result.choose = [&place, values](std::size_t i) { place = values.at(i).second; };
  return result;
}

template <class Value>
ChoiceList choice_list(std::vector<Value>& place, const Names<Value>& values) {
  ChoiceList result;
  for (const auto& [name, value] : values)
    result.names.push_back(name);
  result.indices = [&place, values] {
    std::vector<std::size_t> indices;
    for (const Value& value : place) {
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].second == value) indices.push_back(i);
      }
    }
    return indices;
  };
  result.choose = [&place, values](const std::vector<std::size_t>& indices) {
    place.clear();
    for (const std::size_t i : indices)
      place.push_back(values.at(i).second);
  };
  return result;
}

/// The allowed texts of a text value.
Choice text_choice(std::string& place, const std::vector<std::string>& texts);

/// Why a value is not taken.
struct Rejection {
  std::string message;
  std::string allowed;
};

/// Nothing when `value` is finite and within `limit`.
std::optional<Rejection> check_number(double value, const propagation::Limit& limit);

/// Sets the value by its name (or synonym), letter case ignored.
std::optional<Rejection> choose_by_name(const Choice& choice, std::string_view name);

/// "a number", "text", …, for messages and documentation.
std::string type_text(const Place& place);
/// The names or the range that the value is limited to; empty where it is not.
std::string allowed_text(const Place& place, const propagation::Limit& limit);
/// The value as JSON, which but for null is TOML too.
std::string json_text(const Place& place);
/// True for an optional value that is not set.
bool is_unset(const Place& place);

/// "a, b, c"
std::string joined(const std::vector<std::string>& texts, std::string_view separator = ", ");
std::string lower_case(std::string_view text);
std::string_view trimmed(std::string_view text);

}  // namespace phusong::scenario
