#include "tests/optimisation/milp/cbc_command.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

namespace phusong::tests {

bool has_cbc_command(const std::string& test) {
  const bool there = std::system("command -v cbc >/dev/null 2>&1") == 0;
  if (!there) std::cout << "SKIPPED: " << test << ": the cbc command is absent\n";
  return there;
}

double cbc_command_optimum(const std::string& lp_text) {
  const auto folder = std::filesystem::temp_directory_path() / ("phusong-cbc-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const std::string model = (folder / "model.lp").string(), answer = (folder / "answer.txt").string();
  std::ofstream(model) << lp_text;
  const int failed = std::system(("cbc " + model + " solve solution " + answer + " >/dev/null 2>&1").c_str());
  // Its first line: "Optimal - objective value 122.00000000".
  std::string line;
  std::getline(std::ifstream(answer) >> std::ws, line);
  std::filesystem::remove_all(folder);
  const std::string lead = "Optimal - objective value ";
  if (failed != 0 || line.rfind(lead, 0) != 0) throw std::runtime_error("cbc: " + line);
  return std::stod(line.substr(lead.size()));
}

}  // namespace phusong::tests
