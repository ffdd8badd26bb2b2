#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace phusong::tests {

/// What the program gave back: stdout and stderr together.
struct ProgramResult {
  int exit_code = 0;
  std::string output;
};

/// Runs `phusong` with arguments as a shell takes them.
inline ProgramResult run_phusong(const std::string& arguments) {
  FILE* const pipe = popen((PHUSONG_BINARY " " + arguments + " 2>&1").c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start " PHUSONG_BINARY);
  ProgramResult result;
  std::array<char, 4096> block{};
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), pipe))
    result.output.append(block.data(), count);
  result.exit_code = WEXITSTATUS(pclose(pipe));
  return result;
}

}  // namespace phusong::tests
