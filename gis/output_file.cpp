#include "gis/output_file.h"

#include <unistd.h>

#include <cstdint>
#include <system_error>
#include <utility>

#include "gis/machine_error.h"

namespace phusong::gis {
namespace {

std::filesystem::path temporary_name(const std::filesystem::path& path) {
  return path.parent_path() / (path.stem().string() + ".part" + path.extension().string());
}

/// Less room than this counts as none: a file system keeps some of it for itself.
constexpr std::uintmax_t kFullBytes = std::uintmax_t{64} * 1024;

/// Why nothing can be written in a folder; empty where nothing speaks against it.
std::string obstacle_in(std::filesystem::path folder) {
  if (folder.empty()) folder = ".";
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return "the folder does not exist";
  if (access(folder.c_str(), W_OK | X_OK) != 0) return "the folder may not be written in";
  const std::filesystem::space_info space = std::filesystem::space(folder, error);
  if (!error && space.available < kFullBytes) return "the disk is full";
  return "";
}

}  // namespace

void fail_to_write(const std::filesystem::path& path, const std::string& detail) {
  std::string reason = obstacle_in(path.parent_path());
  if (!detail.empty()) reason += (reason.empty() ? "" : "; ") + detail;
  if (reason.empty()) reason = "the system does not say why; a full disk, a quota or a lost connection does this";
  throw MachineError(path.string() + ": cannot be written: " + reason);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) fail_to_write(folder, error.message());
}

OutputFile::OutputFile(const std::filesystem::path& path) : OutputFile(path, temporary_name(path)) {}

OutputFile::OutputFile(std::filesystem::path path, std::filesystem::path temporary)
    : path_(std::move(path)), temporary_(std::move(temporary)) {
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
}

void OutputFile::finish() {
  std::error_code error;
  std::filesystem::rename(temporary_, path_, error);
  if (error) fail_to_write(path_, error.message());
}

TextOutput::TextOutput(const std::filesystem::path& path)
    : output_(path), file_(output_.temporary(), std::ios::binary) {}

void TextOutput::write(std::string_view text) {
  file_.write(text.data(), static_cast<std::streamsize>(text.size()));
}

void TextOutput::finish() {
  file_.close();
  if (!file_) fail_to_write(output_.path());
  output_.finish();
}

void write_text_file(const std::filesystem::path& path, std::string_view text) {
  TextOutput output(path);
  output.write(text);
  output.finish();
}

}  // namespace phusong::gis
