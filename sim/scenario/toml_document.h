#pragma once

#include <string>
#include <string_view>

// toml++ is a heavy header: its own names are enough here, and whoever uses the values includes it.
namespace toml {
inline namespace v3 {
class node;
class table;
}  // namespace v3
}  // namespace toml

namespace phusong::scenario {

/// A text in TOML. Throws gis::InputError for a syntax error, with its line and what may help.
toml::table parse_toml(std::string_view text, const std::string& file);

/// A value as it would stand behind an equals sign; numbers in their shortest form.
std::string toml_text(const toml::node& node);

}  // namespace phusong::scenario
