#include <doctest/doctest.h>

#include <vector>

#include "gis/problem.h"
#include "gis/remote_raster.h"
#include "sim/intake/fetch/retry.h"

using namespace phusong::intake;
using phusong::gis::MachineError;
using phusong::gis::RemoteError;

namespace {

constexpr RetryPolicy kQuick{.tries = 3, .first_wait_s = 0.001};

/// What is told, and how often the action is called that fails so many times.
struct Tried {
  std::vector<std::string> told;
  int calls = 0;

  void run(int failures, const phusong::progress::Progress& progress = {}) {
    with_retries(
        kQuick, progress, [this](const std::string& text) { told.push_back(text); },
        [&] {
          if (++calls <= failures) throw RemoteError("http://x/a.tif: the server answers HTTP 503");
        });
  }
};

class StoppedProgress : public phusong::progress::Progress {
 public:
  bool stop_requested() const override { return true; }
};

}  // namespace

TEST_CASE("waits are doubled, and the policy says them") {
  const RetryPolicy policy;
  CHECK(policy.text() == "6 tries, 1, 2, 4, 8, 16 s apart");
  CHECK(policy.wait_s(1) == 1.0);
  CHECK(policy.wait_s(5) == 16.0);
  CHECK(RetryPolicy{.tries = 1}.text() == "1 try");
}

TEST_CASE("what fails for a while is tried until it works, and each failure is told with the wait") {
  Tried tried;
  tried.run(2);
  CHECK(tried.calls == 3);
  CHECK(tried.told == std::vector<std::string>{"http://x/a.tif: the server answers HTTP 503; try 2 of 3 in 0.001 s",
                                               "http://x/a.tif: the server answers HTTP 503; try 3 of 3 in 0.002 s"});
}

TEST_CASE("what fails for good is an error with the reason and the policy") {
  Tried tried;
  std::string said;
  try {
    tried.run(100);
  } catch (const MachineError& error) {
    said = error.what();
  }
  CHECK(tried.calls == 3);
  CHECK(said == "http://x/a.tif: the server answers HTTP 503; given up after 3 tries, 0.001, 0.002 s apart");
}

TEST_CASE("another failure is not tried again, and a stop ends the waiting") {
  int calls = 0;
  CHECK_THROWS_AS(with_retries(
                      kQuick, {}, [](const std::string&) {},
                      [&] {
                        ++calls;
                        phusong::gis::fail("a.tif", "is wrong");
                      }),
                  phusong::gis::InputError);
  CHECK(calls == 1);
  Tried tried;
  CHECK_THROWS_AS(tried.run(1, StoppedProgress()), phusong::progress::Stopped);
  CHECK(tried.calls == 0);
}
