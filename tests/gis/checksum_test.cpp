#include "gis/checksum.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/gis/temporary_folder.h"

using namespace phusong::gis;
using phusong::tests::TemporaryFolder;

TEST_CASE("a checksum is that of FIPS 180-2") {
  const TemporaryFolder folder;
  std::ofstream(folder.path() / "abc") << "abc";
  CHECK(sha256_hex(folder.path() / "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  std::ofstream(folder.path() / "million") << std::string(1'000'000, 'a');
  CHECK(sha256_hex(folder.path() / "million") == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  std::ofstream(folder.path() / "empty").flush();
  CHECK(sha256_hex(folder.path() / "empty") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a file that is not there has no checksum") {
  CHECK_THROWS_AS(sha256_hex("/no/such/file"), std::runtime_error);
}
