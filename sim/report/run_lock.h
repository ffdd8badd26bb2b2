#pragma once

#include <filesystem>

namespace phusong::report {

/// Keeps other processes out of the folder of a run as long as it lives. The lock is one of the system on the file
/// ".lock" in the folder, which is removed at the end: it goes with the process, however that ends.
class RunLock {
 public:
  /// The folder must exist. Throws gis::MachineError where the file cannot be made.
  explicit RunLock(const std::filesystem::path& folder);
  ~RunLock();
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;

  /// False: another process works in the folder.
  bool is_held() const { return file_ >= 0; }

 private:
  std::filesystem::path path_;
  int file_ = -1;
};

}  // namespace phusong::report
