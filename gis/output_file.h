#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace phusong::gis {

/// A file that is written under a temporary name beside its own and renamed when whole, so that a file that exists
/// is complete. What is left of it when it is never finished is removed.
class OutputFile {
 public:
  /// "maps/4g.tif" is written as "maps/4g.part.tif": drivers look at the extension.
  explicit OutputFile(const std::filesystem::path& path);
  OutputFile(std::filesystem::path path, std::filesystem::path temporary);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& temporary() const { return temporary_; }
  /// Renames. Throws MachineError.
  void finish();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
};

/// A file of text written piece by piece that way.
class TextOutput {
 public:
  explicit TextOutput(const std::filesystem::path& path);
  void write(std::string_view text);
  /// Throws MachineError naming the file where any of it could not be written.
  void finish();

 private:
  OutputFile output_;
  std::ofstream file_;
};

/// Writes a whole file of text that way. Throws MachineError naming the file.
void write_text_file(const std::filesystem::path& path, std::string_view text);

/// Makes a folder, and those above it, where they are not there. Throws MachineError naming it.
void make_folder(const std::filesystem::path& folder);

/// Throws MachineError: the file cannot be written, and why as far as the system tells; `detail` is what a driver said.
[[noreturn]] void fail_to_write(const std::filesystem::path& path, const std::string& detail = "");

}  // namespace phusong::gis
