#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/coverage/point_losses.h"
#include "sim/coverage/stored_losses.h"

namespace phusong::coverage {

/// Losses over a disc as the contents of an entry.
std::vector<std::byte> contents_of(const StoredLosses& losses);
/// The losses back; nothing where the contents do not fit the window and the number of frequencies.
std::optional<StoredLosses> losses_over(const gis::GridWindow& window, std::size_t frequencies,
                                        std::span<const std::byte> contents);

/// Losses to points, exact to the last bit.
std::vector<std::byte> contents_of(const PointLosses& losses);
/// The losses back; nothing where the contents do not fit so many frequencies, or name a point from `points` up.
std::optional<PointLosses> losses_to(std::size_t points, std::size_t frequencies, std::span<const std::byte> contents);

}  // namespace phusong::coverage
