#include "sim/coverage/store/packed_plane.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <cmath>

#include "gis/compression.h"

using namespace phusong;
using namespace phusong::coverage;

TEST_CASE("a packed plane comes back, whatever its numbers") {
  CHECK(rc::check([](const std::vector<std::uint16_t>& cells) {
    const std::size_t columns = *rc::gen::inRange<std::size_t>(1, 5);
    const auto whole_rows = std::span(cells).first(cells.size() / columns * columns);
    std::vector<std::byte> bytes;
    append_plane(whole_rows, columns, bytes);
    std::vector<std::uint16_t> found(whole_rows.size());
    read_plane(bytes, columns, found);
    RC_ASSERT(std::ranges::equal(found, whole_rows));
  }));
}

TEST_CASE("a packed plane of a field without jumps compresses to less than half") {
  constexpr std::size_t kColumns = 300;
  std::vector<std::uint16_t> cells;
  for (int row = 0; row < 300; ++row) {
    for (int column = 0; column < 300; ++column)
      cells.push_back(static_cast<std::uint16_t>(12'000.0 + 2000.0 * std::sin(column / 40.0) * std::cos(row / 30.0)));
  }
  std::vector<std::byte> bytes;
  append_plane(cells, kColumns, bytes);
  CHECK(bytes.size() == 2 * cells.size());
  CHECK(gis::compress(bytes).size() < cells.size());
}
