#include "sim/report/timings.h"

#include <fmt/chrono.h>
#include <sys/resource.h>

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

struct Usage {
  double processor_s;
  std::int64_t peak_memory;
};

/// Of this process until now.
Usage usage() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime), std::int64_t{used.ru_maxrss} * 1024};
}

double milliseconds(double seconds) {
  return std::round(seconds * 1000.0) / 1000.0;
}

}  // namespace

void Timings::begin(std::string stage) {
  end();
  stage_ = std::move(stage);
  stage_began_ = Clock::now();
  processor_before_s_ = usage().processor_s;
}

void Timings::end() {
  if (stage_.empty()) return;
  const auto [processor_s, peak_memory] = usage();
  stages_.push_back({.name = std::move(stage_),
                     .seconds = std::chrono::duration<double>(Clock::now() - stage_began_).count(),
                     .processor_s = processor_s - processor_before_s_,
                     .peak_memory = peak_memory});
  stage_.clear();
}

double Timings::total_s() const {
  double sum_s = 0.0;
  for (const Stage& stage : stages_)
    sum_s += stage.seconds;
  return sum_s;
}

std::string Timings::json(int threads, const coverage::PathLossTally& path_losses) {
  end();
  nlohmann::ordered_json stages = nlohmann::ordered_json::array();
  for (const Stage& stage : stages_) {
    stages.push_back({{"stage", stage.name},
                      {"seconds", milliseconds(stage.seconds)},
                      {"processor_seconds", milliseconds(stage.processor_s)},
                      {"peak_memory_bytes", stage.peak_memory}});
  }
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
