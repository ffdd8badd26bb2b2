#include "sim/coverage/strongest_cells.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

using namespace phusong::coverage;

namespace {

constexpr float kUnreached = std::numeric_limits<float>::quiet_NaN();
constexpr double kThresholdDbm = -110.0;

std::vector<std::uint16_t> all_places(std::size_t count) {
  std::vector<std::uint16_t> places(count);
  std::iota(places.begin(), places.end(), std::uint16_t{0});
  return places;
}

/// Of cells 1, 2 … by their levels at each place.
StrongestCells strongest_of(const std::vector<std::vector<float>>& levels_dbm) {
  StrongestCells strongest(levels_dbm.front().size(), kThresholdDbm);
  for (std::size_t cell = 0; cell < levels_dbm.size(); ++cell)
    strongest.offer(static_cast<std::uint16_t>(cell + 1), all_places(levels_dbm[cell].size()), levels_dbm[cell]);
  return strongest;
}

std::vector<std::uint16_t> best_of(const StrongestCells& strongest) {
  return {strongest.best_cell().begin(), strongest.best_cell().end()};
}

}  // namespace

TEST_CASE("the strongest cell is the best, and of equally strong ones the first, whatever their order") {
  CHECK(best_of(strongest_of({{-90.0F, -80.0F}, {-85.0F, -80.0F}})) == std::vector<std::uint16_t>{2, 1});
  StrongestCells strongest(1, kThresholdDbm);
  for (const std::uint16_t cell : {std::uint16_t{7}, std::uint16_t{3}, std::uint16_t{5}})
    strongest.offer(cell, all_places(1), std::vector<float>{-80.0F});
  CHECK(strongest.best_cell()[0] == 3);
}

TEST_CASE("where no cell is in range there is none") {
  const StrongestCells strongest = strongest_of({{kUnreached, -95.0F}});
  CHECK(strongest.best_cell()[0] == StrongestCells::kNone);
  CHECK(strongest.best_dbm()[0] == -std::numeric_limits<float>::infinity());
  CHECK(strongest.overlap() == std::vector<std::uint16_t>{0, 1});
}

TEST_CASE("levels within 5 dB of the best overlap where the best reaches the threshold") {
  const StrongestCells strongest =
      strongest_of({{-90.0F, -90.0F, -110.0F, -110.1F, -115.0F}, {-95.0F, -95.1F, -112.0F, -112.0F, -110.0F}});
  CHECK(strongest.overlap() == std::vector<std::uint16_t>{2, 1, 2, 0, 2});
}

TEST_CASE("a place is marked where the most that a cell may have can change the best or the overlap") {
  const StrongestCells strongest = strongest_of({{-90.0F, -90.0F, -113.0F, -120.0F, -120.0F, kUnreached, -90.0F}});
  const std::vector<float> most_dbm{-94.9F, -95.1F, -114.0F, -119.0F, -121.0F, -150.0F, kUnreached};
  std::vector<std::uint8_t> marks(most_dbm.size(), 0);
  strongest.mark(most_dbm, marks);
  CHECK(marks == std::vector<std::uint8_t>{1, 0, 1, 1, 0, 1, 0});
}

TEST_CASE("offering cells at the marked places alone changes nothing, in whatever order they come") {
  constexpr std::size_t kPlaces = 40, kCells = 500;
  std::mt19937 dice(11);
  std::uniform_int_distribution<int> tenths(-1250, -900);
  std::vector<std::vector<float>> levels_dbm(kCells, std::vector<float>(kPlaces));
  for (std::vector<float>& of_cell : levels_dbm) {
    for (float& level_dbm : of_cell)
      level_dbm = dice() % 4 == 0 ? kUnreached : static_cast<float>(tenths(dice)) * 0.1F;
  }
  const StrongestCells expected = strongest_of(levels_dbm);
  std::vector<std::size_t> order(kCells);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::shuffle(order, dice);
  StrongestCells found(kPlaces, kThresholdDbm);
  std::size_t offered = 0;
  for (const std::size_t cell : order) {
    std::vector<std::uint8_t> marks(kPlaces, 0);
    found.mark(levels_dbm[cell], marks);
    std::vector<std::uint16_t> places;
    std::vector<float> at_places_dbm;
    for (std::size_t k = 0; k < kPlaces; ++k) {
      if (marks[k] == 0) continue;
      places.push_back(static_cast<std::uint16_t>(k));
      at_places_dbm.push_back(levels_dbm[cell][k]);
    }
    offered += places.size();
    found.offer(static_cast<std::uint16_t>(cell + 1), places, at_places_dbm);
  }
  CHECK(offered < kCells * kPlaces / 2);
  CHECK(std::ranges::equal(found.best_dbm(), expected.best_dbm()));
  CHECK(best_of(found) == best_of(expected));
  CHECK(found.overlap() == expected.overlap());
}
