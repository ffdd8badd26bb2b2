#include "gis/compression.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace phusong::gis;

TEST_CASE("compressed bytes come back, also none and also those that do not get smaller") {
  CHECK(rc::check([](const std::vector<unsigned char>& values) {
    const auto bytes = std::as_bytes(std::span(values));
    const auto packed = compress(bytes);
    RC_ASSERT(packed.size() <= bytes.size() + 1);
    const auto found = decompress(packed, bytes.size());
    RC_ASSERT(found.has_value());
    RC_ASSERT(std::ranges::equal(*found, bytes));
  }));
}

TEST_CASE("what repeats itself gets much smaller") {
  CHECK(compress(std::vector<std::byte>(100'000)).size() < 1000);
}

TEST_CASE("bytes of another size or of another making do not decompress") {
  const auto packed = compress(std::vector<std::byte>(1000));
  CHECK_FALSE(decompress(packed, 999));
  CHECK_FALSE(decompress(packed, 1001));
  CHECK_FALSE(decompress(std::span(packed).first(packed.size() - 1), 1000));
  CHECK_FALSE(decompress({}, 0));
  CHECK_FALSE(decompress(std::vector<std::byte>(10, std::byte{7}), 9));
}
