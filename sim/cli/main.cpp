#include <iostream>

#include "sim/cli/exit_code.h"
#include "sim/cli/interrupt.h"
#include "sim/cli/program.h"

int main(int argc, char** argv) {
  using namespace phusong::cli;
  try {
    watch_for_interrupt();
    return run_program({{argv + 1, argv + argc}, std::cin, std::cout, std::cerr});
  } catch (const std::exception& failure) {
    return report_failure(failure, std::cerr);
  }
}
