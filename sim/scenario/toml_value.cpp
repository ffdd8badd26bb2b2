#include "sim/scenario/toml_value.h"

#include <toml++/toml.h>

#include <algorithm>

#include "gis/text.h"

namespace phusong::scenario {
namespace {

using Result = std::optional<Rejection>;

Result wrong_type(const Key& key) {
  return Rejection{"has the wrong type: " + type_text(key.place) + " is wanted", allowed_text(key.place, key.limit)};
}

/// A visitor that stores one TOML value in whichever kind of place it is given.
struct AssignNode {
  const Key& key;
  const toml::node& node;

  Result operator()(std::string* place) const { return assign_plain<std::string>(place); }
  Result operator()(bool* place) const { return assign_plain<bool>(place); }

  Result operator()(std::vector<std::string>* place) const {
    if (node.is_string()) {
      *place = {clean(*node.value<std::string>())};
      return std::nullopt;
    }
    return assign_list<std::string>(place);
  }

  Result operator()(int* place) const { return assign_number<int>(place); }
  Result operator()(std::int64_t* place) const { return assign_number<std::int64_t>(place); }
  Result operator()(std::optional<std::int64_t>* place) const { return assign_number<std::int64_t>(place); }
  Result operator()(double* place) const { return assign_number<double>(place); }
  Result operator()(std::optional<double>* place) const { return assign_number<double>(place); }

  Result operator()(std::vector<double>* place) const {
    std::vector<double> values;
    if (Result rejection = assign_list<double>(&values)) return rejection;
    if (values.empty()) return Rejection{"must not be empty", allowed_text(key.place, key.limit)};
    for (const double value : values)
      if (Result rejection = check_number(value, key.limit)) return rejection;
    *place = values;
    return std::nullopt;
  }

  Result operator()(const NumberPair& pair) const {
    std::vector<double> values;
    if (Result rejection = (*this)(&values)) return rejection;
    if (values.size() != 2) return wrong_type(key);
    if (values[0] >= values[1]) return Rejection{"the first number must be below the second", key.limit.range_text()};
    *pair.low = values[0];
    *pair.high = values[1];
    return std::nullopt;
  }

  Result operator()(const Choice& choice) const {
    if (choice.whole_numbers) {
      const auto value = node.value_exact<std::int64_t>();
      return value ? choose_by_name(choice, std::to_string(*value)) : wrong_type(key);
    }
    const auto value = node.value_exact<std::string>();
    return value ? choose_by_name(choice, *value) : wrong_type(key);
  }

  Result operator()(const ChoiceList& list) const {
    std::vector<std::string> names;
    if (Result rejection = (*this)(&names)) return rejection;
    if (names.empty() && !list.may_be_empty) return Rejection{"must not be empty", joined(list.names)};
    std::vector<std::size_t> indices;
    for (const std::string& name : names) {
      Choice one{.names = list.names, .index = {}, .choose = [&indices](std::size_t i) { indices.push_back(i); }};
      if (Result rejection = choose_by_name(one, name)) return rejection;
      if (std::count(indices.begin(), indices.end(), indices.back()) > 1)
        return Rejection{"names '" + name + "' twice", joined(list.names)};
    }
    list.choose(indices);
    return std::nullopt;
  }

 private:
  template <class Value>
  Result assign_plain(Value* place) const {
    const auto value = node.value_exact<Value>();
    if (!value) return wrong_type(key);
    *place = clean(*value);
    return std::nullopt;
  }

  /// A path stays as it is: the name of a file need not be in normalization form C.
  template <class Value>
  Value clean(Value value) const {
    if constexpr (std::is_same_v<Value, std::string>) return key.names_file ? value : gis::clean_text(value);
    return value;
  }

  /// A whole number will do for a real one, not the other way round.
  template <class Number, class Target>
  Result assign_number(Target* place) const {
    const bool fits = std::is_same_v<Number, double> ? node.is_number() : node.is_integer();
    if (!fits) return wrong_type(key);
    if (Result rejection = check_number(*node.value<double>(), key.limit)) return rejection;
    const auto value = node.value<Number>();
    if (!value) return Rejection{"out of range", "what fits a whole number of this program"};
    *place = *value;
    return std::nullopt;
  }

  template <class Value>
  Result assign_list(std::vector<Value>* place) const {
    const toml::array* const array = node.as_array();
    if (array == nullptr) return wrong_type(key);
    std::vector<Value> values;
    for (const toml::node& element : *array) {
      const bool fits = std::is_same_v<Value, double> ? element.is_number() : element.is_string();
      if (!fits) return wrong_type(key);
      values.push_back(clean(*element.value<Value>()));
    }
    *place = values;
    return std::nullopt;
  }
};

}  // namespace

std::optional<Rejection> assign_toml(const Key& key, const toml::node& node) {
  return std::visit(AssignNode{key, node}, key.place);
}

}  // namespace phusong::scenario
