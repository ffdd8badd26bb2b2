#include "sim/scenario/value.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace phusong::scenario {
namespace {

template <class... Fs>
struct Overloaded : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overloaded(Fs...) -> Overloaded<Fs...>;

bool is_limited(const propagation::Limit& limit) {
  return std::isfinite(limit.min) || std::isfinite(limit.max) || !limit.unit.empty();
}

nlohmann::json name_json(const Choice& choice) {
  const std::string& name = choice.names.at(choice.index());
  return choice.whole_numbers ? nlohmann::json(std::stoi(name)) : nlohmann::json(name);
}

template <class Value>
nlohmann::json json_or_null(const std::optional<Value>& value) {
  return value ? nlohmann::json(*value) : nlohmann::json();
}

nlohmann::json json_of(const Place& place) {
  return std::visit(Overloaded{
                        [](const std::optional<double>* value) { return json_or_null(*value); },
                        [](const std::optional<std::int64_t>* value) { return json_or_null(*value); },
                        [](const NumberPair& pair) {
                          return nlohmann::json{*pair.low, *pair.high};
                        },
                        [](const Choice& choice) { return name_json(choice); },
                        [](const ChoiceList& list) {
                          nlohmann::json names = nlohmann::json::array();
                          for (const std::size_t i : list.indices())
                            names.push_back(list.names.at(i));
                          return names;
                        },
                        [](const auto* value) { return nlohmann::json(*value); },
                    },
                    place);
}

}  // namespace

Choice text_choice(std::string& place, const std::vector<std::string>& texts) {
  Names<std::string> names;
  for (const std::string& text : texts)
    names.emplace_back(text, text);
  return choice(place, names);
}

std::optional<Rejection> check_number(double value, const propagation::Limit& limit) {
  const std::string allowed = is_limited(limit) ? limit.range_text() : "";
  if (!std::isfinite(value)) return Rejection{"is not a finite number", allowed};
  if (!limit.holds(value)) return Rejection{"out of range", allowed};
  return std::nullopt;
}

std::optional<Rejection> choose_by_name(const Choice& choice, std::string_view name) {
  const std::string wanted = lower_case(trimmed(name));
  const auto is_wanted = [&wanted](const std::string& text) { return lower_case(text) == wanted; };
  auto found = std::find_if(choice.names.begin(), choice.names.end(), is_wanted);
  for (const auto& [synonym, standard] : choice.synonyms)
    if (is_wanted(synonym)) found = std::find(choice.names.begin(), choice.names.end(), standard);
  if (found == choice.names.end()) return Rejection{"is not one of the known names", joined(choice.names)};
  choice.choose(static_cast<std::size_t>(found - choice.names.begin()));
  return std::nullopt;
}

std::string type_text(const Place& place) {
  return std::visit(Overloaded{
                        [](const std::string*) { return "text"; },
                        [](const std::vector<std::string>*) { return "text or a list of texts"; },
                        [](const bool*) { return "true or false"; },
                        [](const int*) { return "a whole number"; },
                        [](const std::int64_t*) { return "a whole number"; },
                        [](const std::optional<std::int64_t>*) { return "a whole number"; },
                        [](const double*) { return "a number"; },
                        [](const std::optional<double>*) { return "a number"; },
                        [](const std::vector<double>*) { return "a list of numbers"; },
                        [](const NumberPair&) { return "two numbers, the lower first"; },
                        [](const Choice& choice) { return choice.whole_numbers ? "a whole number" : "text"; },
                        [](const ChoiceList&) { return "a list of texts"; },
                    },
                    place);
}

std::string allowed_text(const Place& place, const propagation::Limit& limit) {
  if (const auto* choice = std::get_if<Choice>(&place)) return joined(choice->names);
  if (const auto* list = std::get_if<ChoiceList>(&place)) return joined(list->names);
  return is_limited(limit) ? limit.range_text() : "";
}

std::string json_text(const Place& place) {
  return json_of(place).dump();
}

bool is_unset(const Place& place) {
  return json_of(place).is_null();
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string result;
  for (const std::string& text : texts) {
    if (!result.empty()) result += separator;
    result += text;
  }
  return result;
}

std::string lower_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace phusong::scenario
