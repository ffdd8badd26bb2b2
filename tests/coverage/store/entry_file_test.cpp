#include "sim/coverage/store/entry_file.h"

#include <doctest/doctest.h>

#include <string_view>

using namespace phusong;
using namespace phusong::coverage;

namespace {

EntryKey key_of(std::string_view text) {
  return KeyBuilder().add(text).key();
}

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST_CASE("a sealed entry opens to what was put in, nothing at all too") {
  for (const std::string_view text : {"", "a", "losses losses losses losses losses losses losses losses"}) {
    const auto file = sealed_entry(key_of("k"), bytes_of(text));
    CHECK(opened_entry(key_of("k"), file) == bytes_of(text));
  }
}

TEST_CASE("an entry with any byte changed, cut off or added does not open") {
  const auto whole = sealed_entry(key_of("k"), bytes_of("losses losses losses losses losses losses"));
  for (std::size_t i = 0; i < whole.size(); ++i) {
    auto damaged = whole;
    damaged[i] ^= std::byte{0x10};
    REQUIRE_FALSE(opened_entry(key_of("k"), damaged));
    REQUIRE_FALSE(opened_entry(key_of("k"), std::span(whole).first(i)));
  }
  auto longer = whole;
  longer.push_back(std::byte{0});
  CHECK_FALSE(opened_entry(key_of("k"), longer));
}

TEST_CASE("an entry of another key does not open, nor does a file of something else") {
  CHECK_FALSE(opened_entry(key_of("other"), sealed_entry(key_of("k"), bytes_of("losses"))));
  CHECK_FALSE(opened_entry(key_of("k"), std::vector<std::byte>(1000)));
}

TEST_CASE("lists and texts that run together have keys of their own") {
  CHECK(KeyBuilder().add("ab").add("c").key() != KeyBuilder().add("a").add("bc").key());
  CHECK(KeyBuilder().add(1.0).key() != KeyBuilder().add(std::string_view("\0\0\0\0\0\0\xf0\x3f", 8)).key());
}
