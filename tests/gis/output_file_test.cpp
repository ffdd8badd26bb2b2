#include "gis/output_file.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "gis/machine_error.h"
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

TEST_CASE("a folder is made with those above it, and one that cannot be is named as the machine's lack") {
  const TemporaryFolder folder;
  make_folder(folder.path() / "a/b");
  make_folder(folder.path() / "a/b");
  CHECK(std::filesystem::is_directory(folder.path() / "a/b"));
  write_text_file(folder.path() / "file", "x");
  CHECK_THROWS_WITH_AS(make_folder(folder.path() / "file/c"), doctest::Contains("file/c: cannot be written"),
                       MachineError);
}

TEST_CASE("a file that cannot be written is named") {
  CHECK_THROWS_AS(write_text_file("/no/such/folder/a.json", "x"), std::runtime_error);
}
