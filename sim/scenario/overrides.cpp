#include "sim/scenario/scenario.h"
#include "sim/scenario/value.h"

namespace phusong::scenario {
namespace {

/// The first "=" outside quotes.
std::size_t equals_sign(const std::string& text) {
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '=') {
      return i;
    }
  }
  return std::string::npos;
}

}  // namespace

Override parse_override(const std::string& text) {
  const std::size_t at = equals_sign(text);
  const std::string key(trimmed(text.substr(0, at)));
  if (at == std::string::npos || key.empty()) {
    gis::Problems problems;
    problems.add({.kind = gis::ProblemKind::kScenario,
                  .file = "--set",
                  .value = text,
                  .message = "is not of the form key=value",
                  .allowed = "e.g. propagation.time_percent=10"});
    throw gis::InputError(problems);
  }
  return {key, std::string(trimmed(text.substr(at + 1)))};
}

}  // namespace phusong::scenario
