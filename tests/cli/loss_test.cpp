#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"

using namespace phusong::cli;
using nlohmann::json;

namespace {

struct Outcome {
  int exit_code = 0;
  std::vector<json> answers;
  std::string errors;
};

Outcome loss(const std::string& requests, std::vector<std::string> arguments = {}) {
  std::istringstream in(requests);
  std::ostringstream out, err;
  Outcome outcome{.exit_code = run_loss({.arguments = std::move(arguments), .in = in, .out = out, .err = err})};
  std::istringstream lines(out.str());
  for (std::string line; std::getline(lines, line);)
    outcome.answers.push_back(json::parse(line));
  outcome.errors = err.str();
  return outcome;
}

const std::string kHata = R"({"id": "h", "model": "hata", "f_MHz": 900, "d_km": 1, "hb_m": 30, "hm_m": 1.5})";

json flat_link(const std::string& model) {
  return {{"model", model},         {"step_km", 0.1},      {"ground_m", std::vector<double>(101, 10.0)},
          {"frequency_mhz", 900.0}, {"tx_height_m", 30.0}, {"rx_height_m", 1.5},
          {"climate", 5},           {"n0", 320.0},         {"epsilon", 15.0},
          {"sigma_s_per_m", 0.005}, {"mdvar", 12},         {"environment_nlcd", 22},
          {"delta_n", 46.0},        {"latitude_deg", 22.0}};
}

}  // namespace

TEST_CASE("loss answers a request with its id, its model, the loss and the intermediates") {
  const Outcome outcome = loss(kHata + "\n");
  REQUIRE(outcome.answers.size() == 1);
  CHECK(outcome.exit_code == kDone);
  CHECK(outcome.answers[0]["id"] == "h");
  CHECK(outcome.answers[0]["model"] == "hata");
  CHECK(outcome.answers[0]["loss_db"].get<double>() == doctest::Approx(126.4033).epsilon(1e-6));
  CHECK(outcome.answers[0]["violations"].empty());
  CHECK(outcome.answers[0]["intermediates"].contains("L_open_dB"));
  CHECK(outcome.answers[0]["L_open_dB"] == outcome.answers[0]["intermediates"]["L_open_dB"]);
}

TEST_CASE("one broken line harms no other, and makes the exit code 3") {
  const Outcome outcome =
      loss(kHata + "\n{\"id\": 1, \"model\n\n" + kHata + "\nnull\n{\"id\": 5, \"model\": \"x\"}\n" + kHata);
  REQUIRE(outcome.answers.size() == 6);
  CHECK(outcome.exit_code == kBadFile);
  for (const std::size_t good : {0, 2, 5}) {
    CHECK(outcome.answers[good]["id"] == "h");
    CHECK(outcome.answers[good].contains("loss_db"));
  }
  CHECK(outcome.answers[1]["error"].get<std::string>().starts_with("line 2: not JSON"));
  CHECK(outcome.answers[4]["id"] == 5);
  CHECK(outcome.answers[4]["error"].get<std::string>().find("unknown model 'x'") != std::string::npos);
  CHECK(outcome.errors == "phusong: 3 of 6 lines have no answer but an error\n");
}

TEST_CASE("loss keeps the order over blocks of lines, for any number of threads") {
  std::string requests;
  for (int i = 0; i < 3000; ++i)
    requests += R"({"model": "p526_knife_edge", "id": )" + std::to_string(i) + R"(, "nu": 1})" + "\n";
  const Outcome one = loss(requests, {"--threads", "1"});
  const Outcome all = loss(requests);
  REQUIRE(all.answers.size() == 3000);
  for (std::size_t i = 0; i < 3000; ++i)
    CHECK(all.answers[i]["id"] == i);
  CHECK(one.answers == all.answers);
}

TEST_CASE("every model over a profile answers the same request") {
  std::string requests;
  for (const char* const model : {"p1812", "itm", "ehata", "rma", "free_space", "p526"})
    requests += flat_link(model).dump() + "\n";
  const Outcome outcome = loss(requests);
  CHECK(outcome.exit_code == kDone);
  for (const json& answer : outcome.answers) {
    CAPTURE(answer.dump());
    CHECK(answer["loss_db"].get<double>() >= 0.0);
    CHECK(answer["loss_db"].get<double>() < 200.0);
  }
}

TEST_CASE("p1812 works the location variability out where it is not given") {
  json request = flat_link("p1812");
  request["clutter_m"] = 0;
  const Outcome outcome = loss(request.dump());
  // (0.024 f + 0.52) 100^0.28, and 1 − 1.5/10 of it for a receiver 1.5 m over the clutter's top.
  CHECK(outcome.answers[0]["intermediates"]["sigma_L_dB"].get<double>() ==
        doctest::Approx((0.024 * 0.9 + 0.52) * std::pow(100.0, 0.28) * 0.85));
}

TEST_CASE("loss flags what is out of range and computes on") {
  json request = flat_link("p1812");
  request["frequency_mhz"] = 7000;
  const Outcome outcome = loss(request.dump());
  CHECK(outcome.exit_code == kDone);
  CHECK(outcome.answers[0]["violations"][0] == "frequency_mhz = 7000 is outside 30 … 6000 MHz");
  CHECK(outcome.answers[0].contains("loss_db"));
}

TEST_CASE("loss names the field that is wrong") {
  const auto error_with = [](const std::string& field, const json& value) {
    json request = flat_link("itm");
    if (value.is_null()) {
      request.erase(field);
    } else {
      request[field] = value;
    }
    return loss(request.dump()).answers.at(0).at("error").get<std::string>();
  };
  CHECK(error_with("frequency_mhz", nullptr) == "line 1: frequency_mhz is missing");
  CHECK(error_with("frequency_mhz", "900") == "line 1: frequency_mhz is not a number");
  CHECK(error_with("climate", 9) == "line 1: unknown climate 9");
  CHECK(error_with("climate", 1.5) == "line 1: climate is not a whole number");
  CHECK(error_with("mdvar", 5) == "line 1: unknown mode of variability 5");
  CHECK(error_with("polarization", "diagonal") ==
        "line 1: unknown polarization 'diagonal' (allowed: horizontal, vertical)");
  CHECK(error_with("ground_m", {1, 2, "3"}) == "line 1: ground_m[2] is not a number");
  CHECK(error_with("ground_m", {1}) == "line 1: ground_m has fewer than two points");
  CHECK(error_with("step_km", 0) == "line 1: step_km is not above 0");
  CHECK(error_with("zone", 2) == "line 1: zone knows 1 (sea), 3 (coastal land) and 4 (inland) alone");
  CHECK(error_with("clutter_m", {1, 2}) == "line 1: clutter_m has 2 values, ground_m 101");
}

TEST_CASE("a file that cannot be read ends loss with exit code 3") {
  std::istringstream in;
  std::ostringstream out, err;
  const Invocation invocation{.arguments = {"/no/such/file"}, .in = in, .out = out, .err = err};
  try {
    run_loss(invocation);
    FAIL("no error");
  } catch (const std::exception& error) {
    CHECK(report_failure(error, err) == kBadFile);
  }
}
