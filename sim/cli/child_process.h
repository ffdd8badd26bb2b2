#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace phusong::cli {

/// Another program at work, in a process group of its own: Ctrl-C on the terminal does not reach it. It is asked to
/// stop where this process ends before it.
class ChildProcess {
 public:
  /// Starts `command`, its program as a path; what it says goes into the file `log`, and there is nothing for it to
  /// read. Throws MachineError. Only while this process has a single thread.
  ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& log);

  /// The exit code once it has ended, 128 + N where signal N has ended it.
  std::optional<int> poll();
  /// Asks it to stop.
  void ask_to_stop() const;

 private:
  pid_t process_ = -1;
  std::optional<int> exit_code_;
};

/// The path of this program.
std::filesystem::path own_program();

}  // namespace phusong::cli
