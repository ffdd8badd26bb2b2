#include "sim/coverage/store/entry_memory.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace phusong::coverage;

namespace {

EntryKey numbered_key(int number) {
  return KeyBuilder().add(number).key();
}

std::vector<std::byte> bytes_of(std::size_t count, int value) {
  return std::vector<std::byte>(count, static_cast<std::byte>(value));
}

bool has(const EntryMemory& memory, int number, const std::vector<std::byte>& contents) {
  const auto found = memory.load(numbered_key(number));
  return found && std::ranges::equal(*found, contents);
}

}  // namespace

TEST_CASE("an entry in memory is found by its key alone, also after many others") {
  EntryMemory memory(1'000'000);
  for (int i = 0; i < 200; ++i)
    memory.save(numbered_key(i), bytes_of(10, i));
  CHECK(has(memory, 0, bytes_of(10, 0)));
  CHECK(has(memory, 199, bytes_of(10, 199)));
  CHECK_FALSE(memory.load(numbered_key(200)).has_value());
  CHECK(memory.bytes() == 2000);
}

TEST_CASE("memory takes entries up to its limit, and a smaller one where a larger has no room") {
  EntryMemory memory(100);
  memory.save(numbered_key(1), bytes_of(60, 1));
  memory.save(numbered_key(2), bytes_of(41, 2));
  memory.save(numbered_key(3), bytes_of(40, 3));
  CHECK(has(memory, 1, bytes_of(60, 1)));
  CHECK_FALSE(memory.load(numbered_key(2)).has_value());
  CHECK(has(memory, 3, bytes_of(40, 3)));
  CHECK(memory.bytes() == 100);
}

TEST_CASE("an entry that is there already takes no more room") {
  EntryMemory memory(100);
  memory.save(numbered_key(1), bytes_of(30, 1));
  memory.save(numbered_key(1), bytes_of(30, 1));
  CHECK(memory.bytes() == 30);
}

TEST_CASE("closed memory keeps what it has and takes nothing more") {
  EntryMemory memory(100);
  memory.save(numbered_key(1), bytes_of(30, 1));
  memory.close();
  memory.save(numbered_key(2), bytes_of(30, 2));
  CHECK(has(memory, 1, bytes_of(30, 1)));
  CHECK_FALSE(memory.load(numbered_key(2)).has_value());
}
