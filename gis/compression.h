#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace phusong::gis {

/// The bytes made smaller where they can be, quickly rather than well; decompress() brings them back.
std::vector<std::byte> compress(std::span<const std::byte> bytes);

/// What compress() was given, which was `size` bytes; nothing where `packed` cannot be that.
std::optional<std::vector<std::byte>> decompress(std::span<const std::byte> packed, std::size_t size);

}  // namespace phusong::gis
