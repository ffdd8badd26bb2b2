#include "sim/coverage/strongest_cells.h"

#include <algorithm>
#include <limits>

#include "propagation/independent_loop.h"
#include "propagation/wide_code.h"

namespace phusong::coverage {
namespace {

constexpr float kOverlapDb = 5.0F;
/// Far below the rounding of a level, far above that of a threshold in single precision.
constexpr float kRoundingDb = 1e-3F;

/// A level matters where it is the best, or near the best and able to overlap with a best that reaches the threshold.
PHUSONG_WIDE_BODY void mark_wide(const float* most_dbm, const float* best_dbm, float least_near_dbm, std::size_t count,
                                 std::uint8_t* marks) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t k = 0; k < count; ++k) {
    const float near_dbm = best_dbm[k] - kOverlapDb;
    const float overlaps_dbm = near_dbm > least_near_dbm ? near_dbm : least_near_dbm;
    const float least_dbm = overlaps_dbm < best_dbm[k] ? overlaps_dbm : best_dbm[k];
    marks[k] = static_cast<std::uint8_t>(marks[k] | (most_dbm[k] >= least_dbm ? 1 : 0));
  }
}
void mark_plain(const float* most_dbm, const float* best_dbm, float least_near_dbm, std::size_t count,
                std::uint8_t* marks) {
  mark_wide(most_dbm, best_dbm, least_near_dbm, count, marks);
}
PHUSONG_AVX2 void mark_by_avx2(const float* most_dbm, const float* best_dbm, float least_near_dbm, std::size_t count,
                               std::uint8_t* marks) {
  mark_wide(most_dbm, best_dbm, least_near_dbm, count, marks);
}

}  // namespace

StrongestCells::StrongestCells(std::size_t places, double threshold_dbm)
    : threshold_dbm_(threshold_dbm),
      least_near_dbm_(static_cast<float>(threshold_dbm) - kOverlapDb - kRoundingDb),
      best_dbm_(places, -std::numeric_limits<float>::infinity()),
      best_cell_(places, kNone),
      most_near_(4 * places) {}

void StrongestCells::mark(std::span<const float> most_dbm, std::span<std::uint8_t> marks) const {
  propagation::wider(mark_plain, mark_by_avx2)(most_dbm.data(), best_dbm_.data(), least_near_dbm_, most_dbm.size(),
                                               marks.data());
}

bool StrongestCells::is_near(std::uint16_t place, float level_dbm) const {
  return level_dbm >= best_dbm_[place] - kOverlapDb;
}

void StrongestCells::offer(std::uint16_t cell, std::span<const std::uint16_t> places,
                           std::span<const float> level_dbm) {
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::uint16_t place = places[i];
    float& best_dbm = best_dbm_[place];
    if (level_dbm[i] > best_dbm || (level_dbm[i] == best_dbm && cell < best_cell_[place])) {
      best_dbm = level_dbm[i];
      best_cell_[place] = cell;
    }
    if (level_dbm[i] >= least_near_dbm_ && is_near(place, level_dbm[i])) {
      near_dbm_.push_back(level_dbm[i]);
      near_place_.push_back(place);
    }
  }
  if (near_dbm_.size() > most_near_) drop_far();
}

void StrongestCells::drop_far() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < near_dbm_.size(); ++i) {
    if (!is_near(near_place_[i], near_dbm_[i])) continue;
    near_dbm_[kept] = near_dbm_[i];
    near_place_[kept++] = near_place_[i];
  }
  near_dbm_.resize(kept);
  near_place_.resize(kept);
  most_near_ = std::max(most_near_, 2 * kept);
}

std::vector<std::uint16_t> StrongestCells::overlap() const {
  std::vector<std::uint16_t> count(best_dbm_.size(), 0);
  for (std::size_t i = 0; i < near_dbm_.size(); ++i) {
    const std::uint16_t place = near_place_[i];
    if (is_near(place, near_dbm_[i]) && double{best_dbm_[place]} >= threshold_dbm_) ++count[place];
  }
  return count;
}

}  // namespace phusong::coverage
