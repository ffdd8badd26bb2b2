#include "sim/coverage/stored_losses.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "propagation/independent_loop.h"
#include "propagation/units.h"
#include "propagation/wide_code.h"

namespace phusong::coverage {
namespace {

constexpr double kLossStepDb = 0.01;
constexpr double kAngleStepDeg = 0.01;
constexpr std::uint16_t kNoLoss = 0xFFFF;
constexpr std::uint16_t kNoPath = 0x8000;
constexpr int kQuarterTurnSteps = 9000;
constexpr std::size_t kPackedAtOnce = 64;

void scatter(std::span<const std::size_t> indices, const std::uint16_t* values, std::uint16_t* plane) {
  for (std::size_t i = 0; i < indices.size(); ++i)
    if (indices[i] != StoredLosses::kNowhere) plane[indices[i]] = values[i];
}

/// Cut off half a step further up: rounded to the nearest, without a call to the mathematical library.
std::uint16_t packed_loss(double loss_db) {
  if (std::isnan(loss_db)) return kNoLoss;
  const double cut_at = loss_db * (1.0 / kLossStepDb) + 0.5;
  return static_cast<std::uint16_t>(std::clamp(cut_at, 0.0, kNoLoss - 1.0));
}

/// ±90° are ±9000 steps, counted from straight down while they are rounded; the lowest bit is the void flag.
std::uint16_t packed_path(double departure_deg, bool crosses_void) {
  const double cut_at = (departure_deg + 90.0) * (1.0 / kAngleStepDeg) + 0.5;
  return static_cast<std::uint16_t>(2 * (static_cast<int>(cut_at) - kQuarterTurnSteps) + (crosses_void ? 1 : 0));
}

constexpr float kUnknown = std::numeric_limits<float>::quiet_NaN();

PHUSONG_WIDE_BODY void unpack_losses_wide(const std::uint16_t* packed, std::size_t count, float* loss_db) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t i = 0; i < count; ++i)
    loss_db[i] = packed[i] == kNoLoss ? kUnknown : static_cast<float>(packed[i] * kLossStepDb);
}
void unpack_losses_plain(const std::uint16_t* packed, std::size_t count, float* loss_db) {
  unpack_losses_wide(packed, count, loss_db);
}
PHUSONG_AVX2 void unpack_losses_by_avx2(const std::uint16_t* packed, std::size_t count, float* loss_db) {
  unpack_losses_wide(packed, count, loss_db);
}

PHUSONG_WIDE_BODY void unpack_paths_wide(const std::uint16_t* packed, std::size_t count, float* departure_deg,
                                         std::uint8_t* crosses_void) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t i = 0; i < count; ++i) {
    const int steps = static_cast<std::int16_t>(packed[i]) >> 1;
    departure_deg[i] = packed[i] == kNoPath ? kUnknown : static_cast<float>(steps * kAngleStepDeg);
    crosses_void[i] = static_cast<std::uint8_t>(packed[i] & 1);  // 0 where there is no path
  }
}
void unpack_paths_plain(const std::uint16_t* packed, std::size_t count, float* departure_deg,
                        std::uint8_t* crosses_void) {
  unpack_paths_wide(packed, count, departure_deg, crosses_void);
}
PHUSONG_AVX2 void unpack_paths_by_avx2(const std::uint16_t* packed, std::size_t count, float* departure_deg,
                                       std::uint8_t* crosses_void) {
  unpack_paths_wide(packed, count, departure_deg, crosses_void);
}

}  // namespace

gis::GridWindow intersection(const gis::GridWindow& a, const gis::GridWindow& b) {
  const int left = std::max(a.first_column, b.first_column), top = std::max(a.first_row, b.first_row);
  const int right = std::min(a.first_column + a.columns, b.first_column + b.columns);
  const int bottom = std::min(a.first_row + a.rows, b.first_row + b.rows);
  return {.first_column = left,
          .first_row = top,
          .columns = std::max(right - left, 0),
          .rows = right > left ? std::max(bottom - top, 0) : 0};
}

StoredLosses::StoredLosses(const gis::GridWindow& window, std::size_t frequencies)
    : window_(window), planes_(1 + frequencies, std::vector<std::uint16_t>(window.cell_count(), kNoLoss)) {
  std::ranges::fill(planes_.front(), kNoPath);
}

std::size_t StoredLosses::size_of(const gis::GridWindow& window, std::size_t frequencies) {
  return window.cell_count() * (1 + frequencies) * sizeof(std::uint16_t);
}

void StoredLosses::set_path(std::size_t index, double departure_deg, bool crosses_void) {
  planes_.front()[index] = packed_path(departure_deg, crosses_void);
}

void StoredLosses::set_loss(std::size_t index, std::size_t frequency, double loss_db) {
  planes_[1 + frequency][index] = packed_loss(loss_db);
}

void StoredLosses::set_paths(std::span<const std::size_t> indices, std::span<const float> departure_rad,
                             std::span<const std::uint8_t> crosses_void) {
  const auto steps_per_rad = static_cast<float>(propagation::degrees_from_radians(1.0) / kAngleStepDeg);
  std::array<std::uint16_t, kPackedAtOnce> packed;
  for (std::size_t first = 0; first < indices.size(); first += kPackedAtOnce) {
    const std::size_t count = std::min(kPackedAtOnce, indices.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const int steps = static_cast<int>(departure_rad[first + i] * steps_per_rad + (kQuarterTurnSteps + 0.5F));
      packed[i] = static_cast<std::uint16_t>(2 * (steps - kQuarterTurnSteps) + crosses_void[first + i]);
    }
    scatter(indices.subspan(first, count), packed.data(), planes_.front().data());
  }
}

void StoredLosses::set_losses(std::span<const std::size_t> indices, std::size_t frequency,
                              std::span<const float> loss_db) {
  std::array<std::uint16_t, kPackedAtOnce> packed;
  for (std::size_t first = 0; first < indices.size(); first += kPackedAtOnce) {
    const std::size_t count = std::min(kPackedAtOnce, indices.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const float cut_at = loss_db[first + i] * static_cast<float>(1.0 / kLossStepDb) + 0.5F;
      const float above = cut_at > 0.0F ? cut_at : 0.0F;
      const float within = above < kNoLoss - 1.0F ? above : kNoLoss - 1.0F;
      packed[i] = static_cast<std::uint16_t>(cut_at == cut_at ? static_cast<int>(within) : kNoLoss);
    }
    scatter(indices.subspan(first, count), packed.data(), planes_[1 + frequency].data());
  }
}

std::size_t StoredLosses::path_count() const {
  const auto none = std::ranges::count(planes_.front(), kNoPath);
  return planes_.front().size() - static_cast<std::size_t>(none);
}

/// Calls `unpack` with where each row that both windows share begins in either, and how many cells it has.
template <class Unpack>
void StoredLosses::for_shared_rows(const gis::GridWindow& window, const Unpack& unpack) const {
  const gis::GridWindow shared = intersection(window_, window);
  for (int row = shared.first_row; row < shared.first_row + shared.rows; ++row) {
    const auto to = static_cast<std::size_t>(row - window.first_row) * static_cast<std::size_t>(window.columns) +
                    static_cast<std::size_t>(shared.first_column - window.first_column);
    unpack(index(shared.first_column, row), to, static_cast<std::size_t>(shared.columns));
  }
}

bool StoredLosses::holds(const gis::GridWindow& window) const {
  return intersection(window_, window).cell_count() == window.cell_count();
}

void StoredLosses::unpack_paths(const gis::GridWindow& window, std::span<float> departure_deg,
                                std::span<std::uint8_t> crosses_void) const {
  if (!holds(window)) {
    std::ranges::fill(departure_deg, kUnknown);
    std::ranges::fill(crosses_void, std::uint8_t{0});
  }
  const auto unpack_row = propagation::wider(unpack_paths_plain, unpack_paths_by_avx2);
  const std::uint16_t* const packed = planes_.front().data();
  for_shared_rows(window, [&](std::size_t from, std::size_t to, std::size_t count) {
    unpack_row(packed + from, count, departure_deg.data() + to, crosses_void.data() + to);
  });
}

void StoredLosses::unpack_losses(const gis::GridWindow& window, std::size_t frequency, std::span<float> loss_db) const {
  if (!holds(window)) std::ranges::fill(loss_db, kUnknown);
  const auto unpack_row = propagation::wider(unpack_losses_plain, unpack_losses_by_avx2);
  const std::uint16_t* const packed = planes_[1 + frequency].data();
  for_shared_rows(window, [&](std::size_t from, std::size_t to, std::size_t count) {
    unpack_row(packed + from, count, loss_db.data() + to);
  });
}

void StoredLosses::unpack(PathLossWindow& result) const {
  result.resize(result.window, planes_.size() - 1);
  unpack_paths(result.window, result.departure_deg, result.crosses_void);
  for (std::size_t f = 0; f + 1 < planes_.size(); ++f)
    unpack_losses(result.window, f, result.loss_db[f]);
}

}  // namespace phusong::coverage
