#include "sim/intake/population/settlement.h"

#include <doctest/doctest.h>

#include <numeric>
#include <string>

using namespace phusong::intake;
namespace gis = phusong::gis;

namespace {

/// People on pixels of 100 m: '.' nobody, a digit that many hundreds; the commune is the same for all.
std::vector<PeopledPixel> people_on(const std::vector<std::string>& map) {
  std::vector<PeopledPixel> pixels;
  for (int row = 0; row < static_cast<int>(map.size()); ++row) {
    const std::string& line = map[static_cast<std::size_t>(row)];
    for (int column = 0; column < static_cast<int>(line.size()); ++column) {
      const char c = line[static_cast<std::size_t>(column)];
      if (c == '.') continue;
      const gis::MapPoint point{100.0 * column, 100.0 * row};
      pixels.push_back({.column = column, .row = row, .people = 100.0 * (c - '0'), .point = point});
    }
  }
  return pixels;
}

using Groups = std::vector<PixelGroup>;

}  // namespace

TEST_CASE("pixels that touch are one group, also at a corner, and farther ones as far as the reach goes") {
  const auto pixels = people_on({"1...1",  //
                                 ".1...",  //
                                 "....1"});
  CHECK(linked_groups(pixels, 0.0) == Groups{{0, 2}, {1}, {3}});
  CHECK(linked_groups(pixels, 199.0) == Groups{{0, 2}, {1}, {3}});
  CHECK(linked_groups(pixels, 200.0) == Groups{{0, 2}, {1, 3}});
  CHECK(linked_groups(pixels, 320.0) == Groups{{0, 1, 2, 3}});
  CHECK(linked_groups({}, 100.0).empty());
}

TEST_CASE("a group ends at the border of a commune") {
  auto pixels = people_on({"111"});
  pixels[2].commune = 1;
  CHECK(linked_groups(pixels, 500.0) == Groups{{0, 1}, {2}});
}

TEST_CASE("a large settlement is cut across its longer side into parts that are small enough, and nobody is lost") {
  const auto pixels = people_on({"1111",  //
                                 "1111"});
  CHECK(split(pixels, {0, 1, 2, 3, 4, 5, 6, 7}, 800.0) == Groups{{0, 1, 2, 3, 4, 5, 6, 7}});
  CHECK(split(pixels, {0, 1, 2, 3, 4, 5, 6, 7}, 799.0) == Groups{{0, 1, 4, 5}, {2, 3, 6, 7}});
  const Groups parts = split(pixels, {0, 1, 2, 3, 4, 5, 6, 7}, 150.0);
  CHECK(parts.size() == 8);
  CHECK(split(pixels, {3}, 10.0) == Groups{{3}});
  const auto uneven = people_on({"9111"});
  CHECK(split(uneven, {0, 1, 2, 3}, 1000.0) == Groups{{0}, {1, 2, 3}});
}

TEST_CASE("the middle of a settlement is a pixel where somebody lives") {
  const auto pixels = people_on({"5.5",  //
                                 "...",  //
                                 "5.6"});
  const PeopledPixel& middle = middle_pixel(pixels, {0, 1, 2, 3});
  CHECK(middle.column == 2);
  CHECK(middle.row == 2);
  CHECK(radius_of(pixels, {0, 1, 2, 3}, middle) == doctest::Approx(282.84).epsilon(1e-4));
  CHECK(radius_of(pixels, {3}, middle) == 0.0);
}

TEST_CASE("whole shares add up to the total, the largest remainders first") {
  using Shares = std::vector<std::int64_t>;
  CHECK(whole_shares({1.0, 1.0, 1.0}, 10) == Shares{4, 3, 3});
  CHECK(whole_shares({2.5, 1.5, 0.0}, 4) == Shares{3, 1, 0});
  CHECK(whole_shares({1.0, 3.0}, 2) == Shares{1, 1});
  CHECK(whole_shares({0.0, 0.0}, 5) == Shares{3, 2});
  CHECK(whole_shares({1.0, 2.0}, 0) == Shares{0, 0});
  CHECK(whole_shares({}, 0).empty());
  const Shares shares = whole_shares({0.1, 0.7, 1.3, 2.9, 11.0}, 1237);
  CHECK(std::accumulate(shares.begin(), shares.end(), std::int64_t{0}) == 1237);
}
