#include <doctest/doctest.h>
#include <fmt/core.h>

#include <fstream>
#include <span>
#include <sstream>
#include <string>

#include "propagation/p1812/limits.h"

using phusong::propagation::Limit;

namespace {

std::string readme() {
  std::stringstream text;
  text << std::ifstream(PHUSONG_SOURCE_DIR "/propagation/README.md").rdbuf();
  return text.str();
}

/// The row of the table of limits as the limits themselves say it.
std::string limits_row(const std::string& model, std::span<const Limit> limits) {
  std::string row = fmt::format("| `{}` | ", model);
  for (const Limit& limit : limits) {
    row += fmt::format("{}`{}` {}", &limit == &limits.front() ? "" : "; ", limit.quantity, limit.range_text());
  }
  return row.append(" |");
}

void check_row(const std::string& model, std::span<const Limit> limits) {
  const std::string row = limits_row(model, limits);
  INFO("propagation/README.md lacks the line: " << row);
  CHECK(readme().find(fmt::format("\n{}\n", row)) != std::string::npos);
}

}  // namespace

TEST_CASE("the documentation states the limits that the models check") {
  check_row("p1812", phusong::propagation::p1812::kLimits);
}
