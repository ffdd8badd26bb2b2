#include "gis/output_file.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;

TEST_CASE("a text file appears when it is whole, and replaces an older one") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "a.json";
  write_text_file(path, "old and longer");
  write_text_file(path, "new");
  CHECK(bytes_of(path) == "new");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "a.part.json"));
}

TEST_CASE("an output that is never finished leaves nothing behind") {
  const TemporaryFolder folder;
  {
    const OutputFile output(folder.path() / "a.tif");
    CHECK(output.temporary().filename() == "a.part.tif");
    std::ofstream(output.temporary()) << "half";
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a file that cannot be written is named") {
  CHECK_THROWS_AS(write_text_file("/no/such/folder/a.json", "x"), std::runtime_error);
}
