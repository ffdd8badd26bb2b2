#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace phusong::tests {

/// A scenario of one mast, two cells and two hamlets on a small hill, that a test can break. The files are texts;
/// `write` puts them into a new folder under the system's temporary one, which goes when this does.
class TinyScenario {
 public:
  TinyScenario();
  ~TinyScenario();
  TinyScenario(const TinyScenario&) = delete;
  TinyScenario& operator=(const TinyScenario&) = delete;

  /// The text of a file, to be changed before `write`.
  std::string& file(const std::string& name) { return files_[name]; }
  /// Replaces the first occurrence; throws std::logic_error when there is none.
  void replace(const std::string& name, const std::string& from, const std::string& to);
  void remove(const std::string& name) { files_.erase(name); }

  const std::filesystem::path& folder() const { return folder_; }
  const std::filesystem::path& write() const;

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::string> files_;
};

}  // namespace phusong::tests
