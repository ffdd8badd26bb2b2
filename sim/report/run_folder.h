#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace phusong::report {

/// The folder of a run and the note in it of what it is a run of: while the run goes on in a file of its own,
/// then in manifest.json.
class RunFolder {
 public:
  explicit RunFolder(std::filesystem::path path) : path_(std::move(path)) {}

  const std::filesystem::path& path() const { return path_; }
  /// Whether the folder is there and holds anything, but for the lock of a run that was killed.
  bool holds_anything() const;
  /// The identity of the run that is there, whole or begun; nothing where there is none.
  std::optional<std::string> identity() const;
  /// Whether manifest.json, which is written last, is there.
  bool is_complete() const;

  /// Removes what a run writes, and nothing else.
  void clear() const;
  /// Makes the folder and notes the identity.
  void begin(const std::string& identity) const;
  /// Writes manifest.json: from now on the run is complete.
  void complete(const std::string& manifest) const;

 private:
  std::filesystem::path path_;
};

}  // namespace phusong::report
