#pragma once

#include <array>
#include <string_view>

namespace phusong::intake {

/// The tables that can be imported.
enum class ImportKind { kSites, kCells, kHamlets, kMeasurements };

inline constexpr std::array<std::string_view, 4> kImportNames = {"sites", "cells", "hamlets", "measurements"};

constexpr std::string_view name_of(ImportKind kind) {
  return kImportNames[static_cast<std::size_t>(kind)];
}

}  // namespace phusong::intake
