#include "propagation/level_power.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "propagation/units.h"

using namespace phusong::propagation;

namespace {

constexpr float kNoLevel = std::numeric_limits<float>::quiet_NaN();

}  // namespace

TEST_CASE("the power of a level is 10^(level / 10) to a few millionths") {
  double worst = 0.0;
  for (int i = -25000; i <= 5000; ++i) {
    const float level_dbm = 0.01F * static_cast<float>(i);
    const double exact_mw = power_ratio_from_db(double{level_dbm});
    worst = std::max(worst, std::abs(double{milliwatts_from_dbm(level_dbm)} / exact_mw - 1.0));
  }
  CHECK(worst < 4e-6);
  CHECK(milliwatts_from_dbm(0.0F) == 1.0F);
}

TEST_CASE("no level and one beyond single precision have no power") {
  CHECK(milliwatts_from_dbm(kNoLevel) == 0.0F);
  CHECK(milliwatts_from_dbm(-std::numeric_limits<float>::infinity()) == 0.0F);
  CHECK(milliwatts_from_dbm(-600.0F) == 0.0F);
}

TEST_CASE("a sum takes away again what it has been given, to the last bit") {
  // More than the widest registers hold, and a rest.
  std::vector<float> levels_dbm;
  for (int i = 0; i < 37; ++i)
    levels_dbm.push_back(-60.0F - 1.37F * static_cast<float>(i));
  levels_dbm[11] = kNoLevel;
  std::vector<double> sums_mw(levels_dbm.size(), 0.0);
  add_power(levels_dbm, 0.3, sums_mw);
  for (std::size_t i = 0; i < sums_mw.size(); ++i)
    CHECK(sums_mw[i] == 0.3 * double{milliwatts_from_dbm(levels_dbm[i])});
  CHECK(sums_mw[11] == 0.0);
}

TEST_CASE("a loss is within reach up to the most, and one that is not known never") {
  const std::vector<float> losses_db = {kNoLevel, 140.0F, 120.0F, kNoLevel};
  CHECK(any_within(losses_db, 120.0F));
  CHECK_FALSE(any_within(losses_db, 119.9F));
  CHECK_FALSE(any_within(std::vector<float>(40, kNoLevel), 1000.0F));
}
