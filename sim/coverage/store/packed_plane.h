#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace phusong::coverage {

/// A raster of 16-bit numbers, `columns` wide, made easy to compress: each cell as its difference from the one to its
/// left, near to 0 first, the low bytes of all cells before their high bytes. Appends twice as many bytes as there are
/// cells.
void append_plane(std::span<const std::uint16_t> cells, std::size_t columns, std::vector<std::byte>& bytes);

/// The raster back from its bytes, twice as many as there are cells.
void read_plane(std::span<const std::byte> bytes, std::size_t columns, std::span<std::uint16_t> cells);

}  // namespace phusong::coverage
