#pragma once

#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "gis/checksum.h"

namespace phusong::coverage {

/// The name of an entry of the store: SHA-256 over everything that its contents depend on.
struct EntryKey {
  gis::Sha256Digest digest{};

  std::string hex() const { return gis::hex_of(digest); }
  bool operator==(const EntryKey&) const = default;
};

/// Gathers what an entry depends on. Lists and texts go in with their length, so that no two gatherings run together.
class KeyBuilder {
 public:
  KeyBuilder& add(std::string_view text) { return add_list(std::span(text)); }

  template <class Number>
  requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> KeyBuilder& add(Number number) {
    sha256_.add(std::as_bytes(std::span(&number, 1)));
    return *this;
  }

  template <class Numbers>
  KeyBuilder& add_list(const Numbers& numbers) {
    add(numbers.size());
    sha256_.add(std::as_bytes(std::span(numbers)));
    return *this;
  }

  EntryKey key() { return {sha256_.finish()}; }

 private:
  gis::Sha256 sha256_;
};

}  // namespace phusong::coverage
