#include "sim/report/timings.h"

#include <fmt/chrono.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

namespace phusong::report {
namespace {

/// The processor as Linux names it; empty elsewhere.
std::string processor_name() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) return line.substr(colon + 2);
  }
  return "";
}

double milliseconds(double seconds) {
  return std::round(seconds * 1000.0) / 1000.0;
}

}  // namespace

void Timings::begin(std::string stage) {
  end();
  stage_ = std::move(stage);
  stage_began_ = Clock::now();
}

void Timings::end() {
  if (stage_.empty()) return;
  stages_.emplace_back(std::move(stage_), std::chrono::duration<double>(Clock::now() - stage_began_).count());
  stage_.clear();
}

double Timings::total_s() const {
  double sum_s = 0.0;
  for (const auto& [stage, seconds] : stages_)
    sum_s += seconds;
  return sum_s;
}

std::string Timings::json(int threads, const coverage::PathLossTally& path_losses) {
  end();
  nlohmann::ordered_json stages = nlohmann::ordered_json::array();
  for (const auto& [stage, seconds] : stages_)
    stages.push_back({{"stage", stage}, {"seconds", milliseconds(seconds)}});
  const auto started = std::chrono::floor<std::chrono::seconds>(started_at_);
  const nlohmann::ordered_json json = {
      {"started_utc", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(started)))},
      {"seconds", milliseconds(total_s())},
      {"stages", stages},
      {"hamlet_paths", {{"computed", path_losses.point_paths_computed}, {"read", path_losses.point_paths_read}}},
      {"map_paths", {{"computed", path_losses.map_paths_computed}, {"read", path_losses.map_paths_read}}},
      {"threads", threads},
      {"machine", {{"processor", processor_name()}, {"hardware_threads", std::thread::hardware_concurrency()}}}};
  return json.dump(1) + "\n";
}

}  // namespace phusong::report
