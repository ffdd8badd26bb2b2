#include "sim/coverage/store/entry_file.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "gis/compression.h"

namespace phusong::coverage {
namespace {

constexpr std::string_view kMark = "phusong path loss 1\n";
constexpr std::size_t kDigestBytes = sizeof(gis::Sha256Digest);
constexpr std::size_t kHeaderBytes = kMark.size() + kDigestBytes + sizeof(std::uint64_t);

gis::Sha256Digest digest_of(std::span<const std::byte> bytes) {
  gis::Sha256 sha256;
  sha256.add(bytes);
  return sha256.finish();
}

/// Copies the bytes of `values` to the front of `to`, which then begins behind them.
template <class Values>
void put(const Values& values, std::span<std::byte>& to) {
  const auto bytes = std::as_bytes(std::span(values));
  std::ranges::copy(bytes, to.begin());
  to = to.subspan(bytes.size());
}

bool equal(std::span<const std::byte> a, std::span<const std::byte> b) {
  return std::ranges::equal(a, b);
}

}  // namespace

std::vector<std::byte> sealed_entry(const EntryKey& key, std::span<const std::byte> contents) {
  const std::array<std::uint64_t, 1> size = {contents.size()};
  const std::vector<std::byte> packed = gis::compress(contents);
  std::vector<std::byte> file(kHeaderBytes + packed.size() + kDigestBytes);
  std::span<std::byte> rest = file;
  put(kMark, rest);
  put(key.digest, rest);
  put(size, rest);
  put(packed, rest);
  put(digest_of(std::span(file).first(file.size() - kDigestBytes)), rest);
  return file;
}

std::optional<std::vector<std::byte>> opened_entry(const EntryKey& key, std::span<const std::byte> file) {
  if (file.size() < kHeaderBytes + kDigestBytes) return std::nullopt;
  const auto sealed = file.first(file.size() - kDigestBytes);
  if (!equal(sealed.first(kMark.size()), std::as_bytes(std::span(kMark)))) return std::nullopt;
  if (!equal(sealed.subspan(kMark.size(), kDigestBytes), key.digest)) return std::nullopt;
  if (!equal(file.last(kDigestBytes), digest_of(sealed))) return std::nullopt;
  std::uint64_t size = 0;
  std::memcpy(&size, sealed.data() + kMark.size() + kDigestBytes, sizeof(size));
  return gis::decompress(sealed.subspan(kHeaderBytes), size);
}

}  // namespace phusong::coverage
