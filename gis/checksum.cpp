#include "gis/checksum.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace phusong::gis {
namespace {

struct DigestDeleter {
  void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};
using Digest = std::unique_ptr<EVP_MD_CTX, DigestDeleter>;

void add_file(EVP_MD_CTX* digest, const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::array<char, 1 << 16> block;
  while (file.read(block.data(), block.size()) || file.gcount() > 0)
    EVP_DigestUpdate(digest, block.data(), static_cast<std::size_t>(file.gcount()));
  if (!file.eof() || file.bad()) throw std::runtime_error(path.string() + ": cannot be read");
}

}  // namespace

std::string sha256_hex(const std::filesystem::path& path) {
  const Digest digest(EVP_MD_CTX_new());
  if (digest == nullptr || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("SHA-256 is not available");
  add_file(digest.get(), path);
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  unsigned int count = 0;
  EVP_DigestFinal_ex(digest.get(), bytes.data(), &count);
  std::string hex;
  for (unsigned int i = 0; i < count; ++i)
    hex += fmt::format("{:02x}", bytes[i]);
  return hex;
}

}  // namespace phusong::gis
