#include "sim/coverage/store/packed_plane.h"

#include "propagation/independent_loop.h"
#include "propagation/wide_code.h"

namespace phusong::coverage {
namespace {

/// Differences 0, -1, 1, -2, … of a row become 0, 1, 2, 3, …, by their low and their high bytes.
PHUSONG_WIDE_BODY void fold_row_wide(const std::uint16_t* cells, std::size_t count, std::uint8_t* low,
                                     std::uint8_t* high) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t k = 0; k < count; ++k) {
    const auto difference = static_cast<std::uint16_t>(cells[k] - (k == 0 ? 0 : cells[k - 1]));
    const auto sign = static_cast<std::uint16_t>((difference & 0x8000) != 0 ? 0xFFFF : 0);
    const auto folded = static_cast<std::uint16_t>(static_cast<std::uint16_t>(difference << 1) ^ sign);
    low[k] = static_cast<std::uint8_t>(folded & 0xFF);
    high[k] = static_cast<std::uint8_t>(folded >> 8);
  }
}
void fold_row(const std::uint16_t* cells, std::size_t count, std::uint8_t* low, std::uint8_t* high) {
  fold_row_wide(cells, count, low, high);
}
PHUSONG_AVX2 void fold_row_by_avx2(const std::uint16_t* cells, std::size_t count, std::uint8_t* low,
                                   std::uint8_t* high) {
  fold_row_wide(cells, count, low, high);
}

/// Back to the differences of a row.
PHUSONG_WIDE_BODY void unfold_row_wide(const std::uint8_t* low, const std::uint8_t* high, std::size_t count,
                                       std::uint16_t* differences) {
  PHUSONG_INDEPENDENT_LOOP
  for (std::size_t k = 0; k < count; ++k) {
    const auto folded = static_cast<std::uint16_t>(low[k] | high[k] << 8);
    const auto sign = static_cast<std::uint16_t>((folded & 1) != 0 ? 0xFFFF : 0);
    differences[k] = static_cast<std::uint16_t>(static_cast<std::uint16_t>(folded >> 1) ^ sign);
  }
}
void unfold_row(const std::uint8_t* low, const std::uint8_t* high, std::size_t count, std::uint16_t* differences) {
  unfold_row_wide(low, high, count, differences);
}
PHUSONG_AVX2 void unfold_row_by_avx2(const std::uint8_t* low, const std::uint8_t* high, std::size_t count,
                                     std::uint16_t* differences) {
  unfold_row_wide(low, high, count, differences);
}

}  // namespace

void append_plane(std::span<const std::uint16_t> cells, std::size_t columns, std::vector<std::byte>& bytes) {
  const std::size_t begin = bytes.size(), count = cells.size();
  bytes.resize(begin + 2 * count);
  auto* const low = reinterpret_cast<std::uint8_t*>(bytes.data() + begin);
  const auto fold = propagation::wider(fold_row, fold_row_by_avx2);
  for (std::size_t row = 0; row < count; row += columns)
    fold(cells.data() + row, columns, low + row, low + count + row);
}

void read_plane(std::span<const std::byte> bytes, std::size_t columns, std::span<std::uint16_t> cells) {
  const std::size_t count = cells.size();
  const auto* const low = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto unfold = propagation::wider(unfold_row, unfold_row_by_avx2);
  for (std::size_t row = 0; row < count; row += columns) {
    std::uint16_t* const values = cells.data() + row;
    unfold(low + row, low + count + row, columns, values);
    for (std::size_t k = 1; k < columns; ++k)
      values[k] = static_cast<std::uint16_t>(values[k] + values[k - 1]);
  }
}

}  // namespace phusong::coverage
