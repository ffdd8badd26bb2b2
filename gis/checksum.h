#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace phusong::gis {

using Sha256Digest = std::array<std::byte, 32>;

/// SHA-256 of bytes that come piece by piece.
class Sha256 {
 public:
  /// Throws std::runtime_error where the machine's library has no SHA-256.
  Sha256();
  ~Sha256();
  Sha256(const Sha256& other);
  Sha256& operator=(const Sha256&) = delete;

  void add(std::span<const std::byte> bytes);
  /// Of all that was added; nothing may be added afterwards.
  Sha256Digest finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// 64 hexadecimal digits in lower case.
std::string hex_of(const Sha256Digest& digest);

/// SHA-256 of a file's bytes, in hexadecimal. Throws std::runtime_error when it cannot be read.
std::string sha256_hex(const std::filesystem::path& path);

}  // namespace phusong::gis
