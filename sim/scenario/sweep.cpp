#include "sim/scenario/sweep.h"

#include <toml++/toml.h>

#include "sim/scenario/toml_document.h"

namespace phusong::scenario {
namespace {

[[noreturn]] void reject(const std::string& text) {
  gis::Problems problems;
  problems.add({.kind = gis::ProblemKind::kScenario,
                .file = "--sweep " + text,
                .message = "is not a key with a list of values",
                .allowed = "e.g. sunset.handset_uptake_per_year=[0.1, 0.2, 0.3]"});
  throw gis::InputError(problems);
}

}  // namespace

Sweep parse_sweep(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) reject(text);
  Sweep sweep{.key = text.substr(0, equals), .values = {}};
  try {
    const toml::table table = toml::parse("values = " + text.substr(equals + 1));
    const toml::array* const values = table["values"].as_array();
    if (values == nullptr || values->empty()) reject(text);
    for (const toml::node& value : *values)
      sweep.values.push_back(toml_text(value));
  } catch (const toml::parse_error&) {
    reject(text);
  }
  return sweep;
}

}  // namespace phusong::scenario
