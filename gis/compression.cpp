#include "gis/compression.h"

#include <cpl_compressor.h>
#include <cpl_string.h>

namespace phusong::gis {
namespace {

/// The first byte says how the others are packed.
enum Method : unsigned char { kAsTheyAre = 0, kZstandard = 1 };

std::vector<std::byte> stored(std::span<const std::byte> bytes) {
  std::vector<std::byte> packed(bytes.size() + 1, std::byte{kAsTheyAre});
  std::copy(bytes.begin(), bytes.end(), packed.begin() + 1);
  return packed;
}

}  // namespace

std::vector<std::byte> compress(std::span<const std::byte> bytes) {
  const CPLCompressor* const zstd = CPLGetCompressor("zstd");
  if (zstd == nullptr) return stored(bytes);
  std::vector<std::byte> packed(bytes.size() + 1, std::byte{kZstandard});  // never larger than stored
  CPLStringList options;
  options.SetNameValue("LEVEL", "1");
  void* output = packed.data() + 1;
  std::size_t size = bytes.size();
  if (bytes.empty() || !zstd->pfnFunc(bytes.data(), bytes.size(), &output, &size, options.List(), zstd->user_data))
    return stored(bytes);
  packed.resize(size + 1);
  return packed;
}

std::optional<std::vector<std::byte>> decompress(std::span<const std::byte> packed, std::size_t size) {
  if (packed.empty()) return std::nullopt;
  const std::span<const std::byte> body = packed.subspan(1);
  if (packed.front() == std::byte{kAsTheyAre}) {
    if (body.size() != size) return std::nullopt;
    return std::vector<std::byte>(body.begin(), body.end());
  }
  const CPLCompressor* const zstd = CPLGetDecompressor("zstd");
  if (packed.front() != std::byte{kZstandard} || zstd == nullptr) return std::nullopt;
  std::vector<std::byte> bytes(size);
  void* output = bytes.data();
  std::size_t found = size;
  if (!zstd->pfnFunc(body.data(), body.size(), &output, &found, nullptr, zstd->user_data) || found != size)
    return std::nullopt;
  return bytes;
}

}  // namespace phusong::gis
