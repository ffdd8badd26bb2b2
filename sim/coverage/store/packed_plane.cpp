#include "sim/coverage/store/packed_plane.h"

namespace phusong::coverage {
namespace {

/// 0, -1, 1, -2, … become 0, 1, 2, 3, …
std::uint16_t near_zero_first(std::uint16_t difference) {
  return static_cast<std::uint16_t>((difference << 1) ^ (difference & 0x8000 ? 0xFFFF : 0));
}

std::uint16_t difference_of(std::uint16_t folded) {
  return static_cast<std::uint16_t>((folded >> 1) ^ (folded & 1 ? 0xFFFF : 0));
}

}  // namespace

void append_plane(std::span<const std::uint16_t> cells, std::size_t columns, std::vector<std::byte>& bytes) {
  const std::size_t begin = bytes.size(), count = cells.size();
  bytes.resize(begin + 2 * count);
  const std::span<std::byte> low = std::span(bytes).subspan(begin, count), high = std::span(bytes).last(count);
  for (std::size_t row = 0; row < count; row += columns) {
    std::uint16_t left = 0;
    for (std::size_t k = row; k < row + columns; ++k) {
      const std::uint16_t folded = near_zero_first(static_cast<std::uint16_t>(cells[k] - left));
      low[k] = static_cast<std::byte>(folded & 0xFF);
      high[k] = static_cast<std::byte>(folded >> 8);
      left = cells[k];
    }
  }
}

void read_plane(std::span<const std::byte> bytes, std::size_t columns, std::span<std::uint16_t> cells) {
  const std::size_t count = cells.size();
  const std::span<const std::byte> low = bytes.first(count), high = bytes.last(count);
  for (std::size_t row = 0; row < count; row += columns) {
    std::uint16_t left = 0;
    for (std::size_t k = row; k < row + columns; ++k) {
      const int folded = std::to_integer<int>(low[k]) | std::to_integer<int>(high[k]) << 8;
      left = static_cast<std::uint16_t>(left + difference_of(static_cast<std::uint16_t>(folded)));
      cells[k] = left;
    }
  }
}

}  // namespace phusong::coverage
