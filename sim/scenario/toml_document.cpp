#include "sim/scenario/toml_document.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <sstream>

#include "gis/problem.h"
#include "gis/utf16.h"
#include "sim/scenario/toml_reader.h"

namespace phusong::scenario {
namespace {

/// What helps against a backslash in double quotes, where the line or the one before it has one: a quote after a
/// backslash does not end its text. Else an empty text.
std::string backslash_hint(std::string_view text, std::size_t line) {
  std::istringstream lines{std::string(text)};
  std::string one;
  for (std::size_t number = 1; number <= line && std::getline(lines, one); ++number) {
    if (number + 1 >= line && one.find('\\') != std::string::npos) return std::string("; ") + kBackslashHint;
  }
  return "";
}

/// What helps where the parser met bytes that are no UTF-8, else an empty text.
std::string_view encoding_hint(std::string_view description) {
  return description.find("utf-8") == std::string_view::npos ? "" : "; save the file as UTF-8";
}

[[noreturn]] void fail_to_parse(const std::string& file, std::optional<long> line, std::string message) {
  gis::Problems alone;
  alone.add({.kind = gis::ProblemKind::kScenario, .file = file, .line = line, .message = std::move(message)});
  throw gis::InputError(alone);
}

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& file) {
  if (gis::is_utf16(text)) fail_to_parse(file, std::nullopt, gis::kUtf16Fault);
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    const auto& at = error.source().begin;
    fail_to_parse(file, static_cast<long>(at.line),
                  fmt::format("TOML syntax error at column {}: {}{}{}", at.column, error.description(),
                              backslash_hint(text, at.line), encoding_hint(error.description())));
  }
}

std::string toml_text(const toml::node& node) {
  if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);  // the shortest text of it
  std::ostringstream text;
  node.visit([&text](const auto& value) { text << value; });
  return text.str();
}

}  // namespace phusong::scenario
