#include <doctest/doctest.h>
#include <fmt/core.h>

#include <fstream>
#include <span>
#include <sstream>
#include <string>

#include "propagation/ehata/ehata.h"
#include "propagation/hata/hata.h"
#include "propagation/itm/limits.h"
#include "propagation/p1812/limits.h"
#include "propagation/p2108/p2108.h"
#include "propagation/p2109/building_entry.h"
#include "propagation/p530/multipath.h"
#include "propagation/p530/rain.h"
#include "propagation/p838/rain.h"
#include "propagation/rma/rma.h"

using namespace phusong::propagation;

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
  check_row("p1812", p1812::kLimits);
  check_row("itm", itm::kLimits);
  check_row("ehata", ehata::kLimits);
  check_row("rma", rma::kLimits);
  check_row("hata", hata::kOkumuraLimits);
  check_row("cost231", hata::kCost231Limits);
  check_row("p2108_3.1", p2108::kHeightGainLimits);
  check_row("p2108_3.2", p2108::kTerrestrialLimits);
  check_row("p2108_3.3", p2108::kSlantLimits);
  check_row("p2109", p2109::kLimits);
  check_row("p530 multipath", p530::kMultipathLimits);
  check_row("p530 rain", p530::kRainLimits);
  check_row("p838", p838::kLimits);
}
