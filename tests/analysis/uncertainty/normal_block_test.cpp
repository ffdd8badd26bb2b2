#include "sim/analysis/uncertainty/normal_block.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sim/analysis/uncertainty/philox.h"

using namespace phusong;
using analysis::DrawBlock;
using analysis::QuantityName;

namespace {

constexpr std::uint32_t kBlocks = 2000;
constexpr double kValues = kBlocks * 128.0;

DrawBlock normals_of(std::uint64_t seed, QuantityName quantity, std::uint32_t block) {
  DrawBlock normals;
  analysis::fill_normals(seed, quantity, block, normals);
  return normals;
}

/// Mean of the product of two quantities: their correlation, where both are standard normal.
template <class A, class B>
double correlation_between(A first, B second) {
  double sum = 0.0;
  for (std::uint32_t block = 0; block < kBlocks; ++block) {
    const DrawBlock a = first(block);
    const DrawBlock b = second(block);
    for (std::size_t i = 0; i < a.size(); ++i)
      sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
  }
  return sum / kValues;
}

}  // namespace

TEST_CASE("normal values are those of Box and Muller from the words of Philox") {
  const std::uint64_t seed = 0x123456789abcdef0;
  const QuantityName quantity{.stream = 0xfedcba9876543210, .item = 7};
  const DrawBlock normals = normals_of(seed, quantity, 3);
  for (std::uint32_t counter = 0; counter < 32; ++counter) {
    const auto words = analysis::philox({3 * 32 + counter, 7, 0x76543210, 0xfedcba98}, {0x9abcdef0, 0x12345678});
    for (std::size_t pair = 0; pair < 2; ++pair) {
      const double u = ((words[2 * pair] >> 9) * 2.0 + 1.0) / 16777216.0;
      const std::uint32_t word = words[2 * pair + 1];
      const double from_middle = (((word << 2) >> 10) + 0.5) / 4194304.0 - 0.5;
      const double angle = std::numbers::pi / 2.0 * ((word >> 30) + from_middle);
      const double radius = std::sqrt(-2.0 * std::log(u));
      CHECK(normals[64 * pair + counter] == doctest::Approx(radius * std::cos(angle)).epsilon(2e-6));
      CHECK(normals[64 * pair + 32 + counter] == doctest::Approx(radius * std::sin(angle)).epsilon(2e-6));
    }
  }
}

TEST_CASE("normal values are distributed normally") {
  const std::array<double, 7> places = {-3.0, -2.0, -1.0, 0.0, 0.5, 1.5, 3.5};
  std::array<double, 7> below{};
  double sum = 0.0;
  double squares = 0.0;
  for (std::uint32_t block = 0; block < kBlocks; ++block) {
    for (const float value : normals_of(5, {.stream = 9, .item = 1}, block)) {
      sum += value;
      squares += static_cast<double>(value) * value;
      for (std::size_t i = 0; i < places.size(); ++i)
        below[i] += value < places[i] ? 1.0 : 0.0;
    }
  }
  CHECK(std::abs(sum / kValues) < 4.0 / std::sqrt(kValues));
  CHECK(std::abs(squares / kValues - 1.0) < 4.0 * std::sqrt(2.0 / kValues));
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double expected = 0.5 * std::erfc(-places[i] / std::numbers::sqrt2);
    CHECK(std::abs(below[i] / kValues - expected) < 4.0 * std::sqrt(expected * (1.0 - expected) / kValues));
  }
}

TEST_CASE("quantities, seeds and neighbouring draws are independent of each other") {
  const auto base = [](std::uint32_t block) { return normals_of(1, {.stream = 4, .item = 2}, block); };
  const double most = 4.0 / std::sqrt(kValues);
  CHECK(correlation_between(base, base) == doctest::Approx(1.0).epsilon(0.02));
  CHECK(std::abs(correlation_between(
            base, [](std::uint32_t block) { return normals_of(2, {.stream = 4, .item = 2}, block); })) < most);
  CHECK(std::abs(correlation_between(
            base, [](std::uint32_t block) { return normals_of(1, {.stream = 5, .item = 2}, block); })) < most);
  CHECK(std::abs(correlation_between(
            base, [](std::uint32_t block) { return normals_of(1, {.stream = 4, .item = 3}, block); })) < most);
  CHECK(std::abs(correlation_between(base, [&](std::uint32_t block) { return base(block + kBlocks); })) < most);
  CHECK(std::abs(correlation_between(base, [&](std::uint32_t block) {
          DrawBlock turned = base(block);
          std::rotate(turned.begin(), turned.begin() + 32, turned.end());
          return turned;
        })) < most);
}
