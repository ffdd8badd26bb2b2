#include "sim/report/run_lock.h"

#include <doctest/doctest.h>

#include <optional>

#include "../gis/temporary_folder.h"
#include "gis/machine_error.h"

using namespace phusong;
using report::RunLock;

TEST_CASE("of two locks on a folder the first is held, until it goes") {
  const tests::TemporaryFolder folder;
  std::optional<RunLock> first(folder.path());
  CHECK(first->is_held());
  CHECK_FALSE(RunLock(folder.path()).is_held());
  CHECK(std::filesystem::exists(folder.path() / ".lock"));
  first.reset();
  CHECK_FALSE(std::filesystem::exists(folder.path() / ".lock"));
  CHECK(RunLock(folder.path()).is_held());
}

TEST_CASE("a folder without room for a lock is the machine's lack") {
  CHECK_THROWS_AS(RunLock("/no/such/folder"), gis::MachineError);
}
