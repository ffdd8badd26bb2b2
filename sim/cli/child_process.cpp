#include "sim/cli/child_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

#include "gis/machine_error.h"

namespace phusong::cli {
namespace {

/// What a shell returns for a program that cannot be run.
constexpr int kCannotRun = 127;

/// A file that is closed at the end, and in every program that is started.
class OpenFile {
 public:
  OpenFile(const std::filesystem::path& path, int flags) : number_(open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (number_ < 0) throw gis::MachineError(fmt::format("{}: {}", path.string(), std::strerror(errno)));
  }
  ~OpenFile() { close(number_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

/// Keeps signals waiting while a process is made: one that came between would meet the handlers of this program in the
/// new process, and be lost.
class BlockedSignals {
 public:
  BlockedSignals() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~BlockedSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  BlockedSignals(const BlockedSignals&) = delete;
  BlockedSignals& operator=(const BlockedSignals&) = delete;

 private:
  sigset_t before_;
};

/// In the new process, until it is the other program: calls that are safe after a fork alone.
[[noreturn]] void become(char* const* arguments, int input, int output, pid_t parent) {
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, nullptr);
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  const bool is_ready = getppid() == parent && dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0 &&
                        dup2(output, STDERR_FILENO) >= 0;
  if (is_ready) execv(arguments[0], arguments);
  _exit(kCannotRun);
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& command, const std::filesystem::path& log) {
  const OpenFile input("/dev/null", O_RDONLY);
  const OpenFile output(log, O_WRONLY | O_CREAT | O_TRUNC);
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = getpid();
  const BlockedSignals blocked;
  process_ = fork();
  if (process_ == 0) become(arguments.data(), input.number(), output.number(), parent);
  if (process_ < 0)
    throw gis::MachineError(fmt::format("no process for {}: {}", command.front(), std::strerror(errno)));
}

std::optional<int> ChildProcess::poll() {
  if (exit_code_) return exit_code_;
  int status = 0;
  if (waitpid(process_, &status, WNOHANG) != process_) return std::nullopt;
  constexpr int kBySignal = 128;
  exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : kBySignal + WTERMSIG(status);
  return exit_code_;
}

void ChildProcess::ask_to_stop() const {
  if (!exit_code_) kill(process_, SIGTERM);
}

std::filesystem::path own_program() {
  return std::filesystem::read_symlink("/proc/self/exe");
}

}  // namespace phusong::cli
