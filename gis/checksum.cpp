#include "gis/checksum.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <fstream>
#include <stdexcept>

namespace phusong::gis {
namespace {

[[noreturn]] void refuse_without_sha256() {
  throw std::runtime_error("SHA-256 is not available");
}

}  // namespace

struct Sha256::Impl {
  struct DigestDeleter {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, DigestDeleter> digest{EVP_MD_CTX_new()};
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) {
  if (impl_->digest == nullptr || EVP_DigestInit_ex(impl_->digest.get(), EVP_sha256(), nullptr) != 1)
    refuse_without_sha256();
}

Sha256::Sha256(const Sha256& other) : impl_(std::make_unique<Impl>()) {
  if (impl_->digest == nullptr || EVP_MD_CTX_copy_ex(impl_->digest.get(), other.impl_->digest.get()) != 1)
    refuse_without_sha256();
}

Sha256::~Sha256() = default;

void Sha256::add(std::span<const std::byte> bytes) {
  if (EVP_DigestUpdate(impl_->digest.get(), bytes.data(), bytes.size()) != 1) refuse_without_sha256();
}

Sha256Digest Sha256::finish() {
  Sha256Digest digest;
  if (EVP_DigestFinal_ex(impl_->digest.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) != 1)
    refuse_without_sha256();
  return digest;
}

std::string hex_of(const Sha256Digest& digest) {
  std::string hex;
  for (const std::byte byte : digest)
    hex += fmt::format("{:02x}", std::to_integer<unsigned>(byte));
  return hex;
}

std::string sha256_hex(const std::filesystem::path& path) {
  Sha256 sha256;
  std::ifstream file(path, std::ios::binary);
  std::array<char, 1 << 16> block;
  while (file.read(block.data(), block.size()) || file.gcount() > 0)
    sha256.add(std::as_bytes(std::span(block).first(static_cast<std::size_t>(file.gcount()))));
  if (!file.eof() || file.bad()) throw std::runtime_error(path.string() + ": cannot be read");
  return hex_of(sha256.finish());
}

}  // namespace phusong::gis
