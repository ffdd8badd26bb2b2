#include "sim/coverage/store/contents.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "sim/coverage/store/packed_plane.h"

namespace phusong::coverage {
namespace {

/// Bits of a path's flags.
constexpr std::uint8_t kIsShort = 1, kCrossesVoid = 2;

/// Bytes of one path, each kind of value in a list of its own.
constexpr std::size_t bytes_per_path(std::size_t frequencies) {
  return 2 * sizeof(std::uint32_t) + sizeof(std::uint8_t) + (1 + frequencies) * sizeof(double);
}

template <class Values>
void append(std::vector<std::byte>& bytes, const Values& values) {
  const auto more = std::as_bytes(std::span(values));
  bytes.insert(bytes.end(), more.begin(), more.end());
}

/// A list of the paths' values by `value_of`.
template <class Value, class ValueOf>
void append_list(std::vector<std::byte>& bytes, const std::vector<PointPath>& paths, ValueOf value_of) {
  std::vector<Value> values(paths.size());
  std::ranges::transform(paths, values.begin(), value_of);
  append(bytes, values);
}

/// Takes the next values off the front of `bytes`.
template <class Value>
std::vector<Value> take(std::span<const std::byte>& bytes, std::size_t count) {
  std::vector<Value> values(count);
  const std::size_t size = count * sizeof(Value);
  if (size > 0) std::memcpy(values.data(), bytes.data(), size);
  bytes = bytes.subspan(size);
  return values;
}

std::uint8_t flags_of(const PointPath& path) {
  return static_cast<std::uint8_t>((path.is_short ? kIsShort : 0) | (path.crosses_void ? kCrossesVoid : 0));
}

}  // namespace

std::vector<std::byte> contents_of(const StoredLosses& losses) {
  std::vector<std::byte> bytes;
  bytes.reserve(StoredLosses::size_of(losses.window(), losses.plane_count() - 1));
  for (std::size_t i = 0; i < losses.plane_count(); ++i)
    append_plane(losses.plane(i), static_cast<std::size_t>(losses.window().columns), bytes);
  return bytes;
}

std::optional<StoredLosses> losses_over(const gis::GridWindow& window, std::size_t frequencies,
                                        std::span<const std::byte> contents) {
  if (contents.size() != StoredLosses::size_of(window, frequencies)) return std::nullopt;
  StoredLosses losses(window, frequencies);
  const std::size_t plane_bytes = 2 * window.cell_count();
  for (std::size_t i = 0; i < losses.plane_count(); ++i) {
    read_plane(contents.subspan(i * plane_bytes, plane_bytes), static_cast<std::size_t>(window.columns),
               losses.plane(i));
  }
  return losses;
}

std::vector<std::byte> contents_of(const PointLosses& losses) {
  std::vector<std::byte> bytes;
  bytes.reserve(losses.paths.size() * bytes_per_path(losses.frequencies));
  append_list<std::uint32_t>(bytes, losses.paths, &PointPath::point);
  append_list<std::uint32_t>(bytes, losses.paths, &PointPath::violations);
  append_list<std::uint8_t>(bytes, losses.paths, flags_of);
  append_list<double>(bytes, losses.paths, &PointPath::departure_deg);
  append(bytes, losses.loss_db);
  return bytes;
}

std::optional<PointLosses> losses_to(std::size_t points, std::size_t frequencies, std::span<const std::byte> contents) {
  const std::size_t count = contents.size() / bytes_per_path(frequencies);
  if (contents.size() % bytes_per_path(frequencies) != 0) return std::nullopt;
  const auto point = take<std::uint32_t>(contents, count);
  const auto violations = take<std::uint32_t>(contents, count);
  const auto flags = take<std::uint8_t>(contents, count);
  const auto departure_deg = take<double>(contents, count);
  if (!point.empty() && std::ranges::max(point) >= points) return std::nullopt;
  PointLosses losses{.frequencies = frequencies, .paths = {}, .loss_db = take<double>(contents, count * frequencies)};
  for (std::size_t i = 0; i < count; ++i) {
    losses.paths.push_back({.point = point[i],
                            .violations = violations[i],
                            .is_short = (flags[i] & kIsShort) != 0,
                            .crosses_void = (flags[i] & kCrossesVoid) != 0,
                            .departure_deg = departure_deg[i]});
  }
  return losses;
}

}  // namespace phusong::coverage
