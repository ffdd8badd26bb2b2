#include "propagation/level_power.h"

#include <bit>
#include <cstddef>
#include <cstdint>

#include "propagation/independent_loop.h"
#include "propagation/wide_code.h"

namespace phusong::propagation {
namespace {

/// 10^(x / 10) as 2^n · 2^f with |f| ≤ 1/2: the exponent's bits, and Taylor's series of exp(f ln 2), whose first term
/// left out is 5e-9.
PHUSONG_WIDE_BODY float power_of_level(float level_dbm) {
  constexpr float kLog2PerDb = 0.332192809488736F, kLn2 = 0.693147180559945F;
  constexpr float kLeast = -126.0F, kMost = 126.0F;
  constexpr float kRounds = 12582912.0F;  // 1.5 · 2^23: the sum has no bits for a fraction
  const float wanted = level_dbm * kLog2PerDb;
  const float above = wanted > kLeast ? wanted : kLeast;
  const float exponent = above < kMost ? above : kMost;
  const float whole = (exponent + kRounds) - kRounds;
  const float x = (exponent - whole) * kLn2;
  const float mantissa =
      1.0F +
      x * (1.0F +
           x * (0.5F + x * (1.0F / 6.0F +
                            x * (1.0F / 24.0F + x * (1.0F / 120.0F + x * (1.0F / 720.0F + x * (1.0F / 5040.0F)))))));
  const auto scale = std::bit_cast<float>((static_cast<std::int32_t>(whole) + 127) << 23);
  return wanted >= kLeast ? mantissa * scale : 0.0F;
}

PHUSONG_WIDE_BODY void add_power_wide(const float* level_dbm, double factor, std::size_t count, double* sum_mw) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t i = 0; i < count; ++i)
    sum_mw[i] += factor * static_cast<double>(power_of_level(level_dbm[i]));
}
void add_power_plain(const float* level_dbm, double factor, std::size_t count, double* sum_mw) {
  add_power_wide(level_dbm, factor, count, sum_mw);
}
PHUSONG_AVX2 void add_power_by_avx2(const float* level_dbm, double factor, std::size_t count, double* sum_mw) {
  add_power_wide(level_dbm, factor, count, sum_mw);
}

PHUSONG_WIDE_BODY std::uint32_t count_within_wide(const float* loss_db, float most_db, std::size_t count) {
  std::uint32_t within = 0;
  for (std::size_t i = 0; i < count; ++i)
    within += loss_db[i] <= most_db ? 1 : 0;
  return within;
}
std::uint32_t count_within(const float* loss_db, float most_db, std::size_t count) {
  return count_within_wide(loss_db, most_db, count);
}
PHUSONG_AVX2 std::uint32_t count_within_by_avx2(const float* loss_db, float most_db, std::size_t count) {
  return count_within_wide(loss_db, most_db, count);
}

}  // namespace

float milliwatts_from_dbm(float level_dbm) {
  return power_of_level(level_dbm);
}

void add_power(std::span<const float> level_dbm, double factor, std::span<double> sum_mw) {
  wider(add_power_plain, add_power_by_avx2)(level_dbm.data(), factor, level_dbm.size(), sum_mw.data());
}

bool any_within(std::span<const float> loss_db, float most_db) {
  return wider(count_within, count_within_by_avx2)(loss_db.data(), most_db, loss_db.size()) > 0;
}

}  // namespace phusong::propagation
