#include "sim/report/run_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "gis/output_file.h"

namespace phusong::report {
namespace {

/// Whether a path still names an open file: the holder before may have removed it meanwhile.
bool is_still_at(const std::filesystem::path& path, int file) {
  struct stat by_path = {}, by_file = {};
  return stat(path.c_str(), &by_path) == 0 && fstat(file, &by_file) == 0 && by_path.st_ino == by_file.st_ino &&
         by_path.st_dev == by_file.st_dev;
}

}  // namespace

RunLock::RunLock(const std::filesystem::path& folder) : path_(folder / ".lock") {
  for (;;) {
    const int file = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0) gis::fail_to_write(path_, std::strerror(errno));
    const bool is_locked = flock(file, LOCK_EX | LOCK_NB) == 0;
    if (is_locked && is_still_at(path_, file)) {
      file_ = file;
      return;
    }
    close(file);
    if (!is_locked) return;
  }
}

RunLock::~RunLock() {
  if (file_ < 0) return;
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  close(file_);
}

}  // namespace phusong::report
