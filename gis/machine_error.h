#pragma once

#include <stdexcept>

namespace phusong::gis {

/// The machine lacks something that the work needs: room on a disk, memory, the right to write in a folder. Nothing is
/// wrong with the input, nor with the program.
class MachineError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace phusong::gis
