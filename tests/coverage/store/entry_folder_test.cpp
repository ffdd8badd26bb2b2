#include "sim/coverage/store/entry_folder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <chrono>
#include <fstream>
#include <stdexcept>

#include "tests/gis/temporary_folder.h"

using namespace phusong;
using namespace phusong::coverage;
using phusong::tests::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPlenty = 1'000'000'000;

EntryKey key_of(int number) {
  return KeyBuilder().add(number).key();
}

/// A thousand bytes that do not compress, the same for the same number.
std::vector<std::byte> contents(int number) {
  std::vector<std::byte> bytes;
  for (int i = 0; bytes.size() < 1000; ++i) {
    const auto digest = KeyBuilder().add(number).add(i).key().digest;
    bytes.insert(bytes.end(), digest.begin(), digest.end());
  }
  return bytes;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

void used_hours_ago(const fs::path& folder, const EntryKey& key, int hours) {
  const std::string hex = key.hex();
  fs::last_write_time(folder / hex.substr(0, 2) / (hex + ".loss"),
                      fs::file_time_type::clock::now() - std::chrono::hours(hours));
}

}  // namespace

TEST_CASE("what one process keeps another finds, and an entry that nobody kept is not there") {
  const TemporaryFolder folder;
  EntryFolder(folder.path() / "a/b", kPlenty).save(key_of(1), contents(1));
  EntryFolder other(folder.path() / "a/b", kPlenty);
  CHECK(other.load(key_of(1)) == contents(1));
  CHECK_FALSE(other.load(key_of(2)));
}

TEST_CASE("a damaged, a cut and a foreign entry are not used, and are replaced") {
  const TemporaryFolder folder;
  EntryFolder entries(folder.path(), kPlenty);
  for (const std::string damage : {"cut", "changed", "foreign", "empty"}) {
    entries.save(key_of(1), contents(1));
    const fs::path file = files_in(folder.path()).at(0);
    if (damage == "cut") fs::resize_file(file, fs::file_size(file) - 100);
    if (damage == "changed") std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(500) << "damage";
    if (damage == "foreign") std::ofstream(file, std::ios::trunc) << std::string(5000, 'x');
    if (damage == "empty") fs::resize_file(file, 0);
    CHECK_FALSE(entries.load(key_of(1)));
    entries.save(key_of(1), contents(1));
    CHECK(entries.load(key_of(1)) == contents(1));
  }
  CHECK(files_in(folder.path()).size() == 1);
}

TEST_CASE("an entry under the name of another is not used") {
  const TemporaryFolder folder;
  EntryFolder entries(folder.path(), kPlenty);
  entries.save(key_of(1), contents(1));
  const fs::path one = files_in(folder.path()).at(0);
  const std::string two = key_of(2).hex();
  fs::create_directories(folder.path() / two.substr(0, 2));
  fs::copy_file(one, folder.path() / two.substr(0, 2) / (two + ".loss"));
  CHECK_FALSE(entries.load(key_of(2)));
  CHECK(entries.load(key_of(1)));
}

TEST_CASE("beyond the limit the entries used longest ago go, and reading is using") {
  const TemporaryFolder folder;
  EntryFolder entries(folder.path(), 5'000);
  for (int i = 1; i <= 4; ++i) {
    entries.save(key_of(i), contents(i));
    used_hours_ago(folder.path(), key_of(i), 10 - i);
  }
  CHECK(entries.load(key_of(1)));
  entries.save(key_of(5), contents(5));
  CHECK(entries.load(key_of(1)));
  CHECK_FALSE(entries.load(key_of(2)));
  CHECK(entries.load(key_of(4)));
  CHECK(entries.load(key_of(5)));
}

TEST_CASE("a smaller limit holds from the moment the folder is opened") {
  const TemporaryFolder folder;
  {
    EntryFolder entries(folder.path(), kPlenty);
    for (int i = 0; i < 10; ++i)
      entries.save(key_of(i), contents(i));
  }
  EntryFolder entries(folder.path(), 3'500);
  CHECK(files_in(folder.path()).size() <= 3);
  entries.save(key_of(99), std::vector<std::byte>(contents(99)));
  CHECK(entries.load(key_of(99)));
}

TEST_CASE("an entry larger than the whole limit is not kept") {
  const TemporaryFolder folder;
  EntryFolder entries(folder.path(), 500);
  entries.save(key_of(1), contents(1));
  CHECK(files_in(folder.path()).empty());
  CHECK_FALSE(entries.problem());
}

TEST_CASE("nothing but entries is ever removed, and what a killed process left behind in time") {
  const TemporaryFolder folder;
  const std::string hex = key_of(1).hex();
  const fs::path own = folder.path() / hex.substr(0, 2);
  fs::create_directories(own);
  for (const fs::path& foreign : {folder.path() / "thesis.loss", own / "notes.loss", own / (hex + ".txt")})
    std::ofstream(foreign) << std::string(10'000, 'x');
  for (const std::string name : {"1-0.part", "2-0.part"})
    std::ofstream(own / fmt::format("{}.{}", hex, name)) << "half";
  fs::last_write_time(own / (hex + ".1-0.part"), fs::file_time_type::clock::now() - std::chrono::hours(48));
  EntryFolder(folder.path(), 100).trim();
  CHECK(files_in(folder.path()).size() == 4);
  CHECK(fs::exists(own / (hex + ".2-0.part")));
}

TEST_CASE("many writers of the same entries leave whole entries and nothing else") {
  const TemporaryFolder folder;
  EntryFolder one(folder.path(), kPlenty), two(folder.path(), kPlenty);
  tbb::parallel_for(0, 400, [&](int i) {
    EntryFolder& entries = i % 2 == 0 ? one : two;
    entries.save(key_of(i % 7), contents(i % 7));
    const auto found = entries.load(key_of(i % 7));
    REQUIRE(found == contents(i % 7));
  });
  CHECK(files_in(folder.path()).size() == 7);
}

TEST_CASE("a folder that cannot be made says so") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "file") << "not a folder";
  CHECK_THROWS_AS(EntryFolder(folder.path() / "file/store", kPlenty), std::runtime_error);
}

TEST_CASE("when writing fails on the way the reason is kept and the rest goes on") {
  const TemporaryFolder folder;
  EntryFolder entries(folder.path(), kPlenty);
  std::ofstream(folder.path() / key_of(1).hex().substr(0, 2)) << "in the way";
  entries.save(key_of(1), contents(1));
  CHECK(entries.problem());
  CHECK_FALSE(entries.load(key_of(1)));
}
