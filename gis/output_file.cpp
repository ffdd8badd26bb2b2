#include "gis/output_file.h"

#include <stdexcept>
#include <system_error>
#include <utility>

namespace phusong::gis {
namespace {

std::filesystem::path temporary_name(const std::filesystem::path& path) {
  return path.parent_path() / (path.stem().string() + ".part" + path.extension().string());
}

[[noreturn]] void fail_to_write(const std::filesystem::path& path, const std::string& reason) {
  throw std::runtime_error(path.string() + ": cannot be written: " + reason);
}

}  // namespace

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
  if (!file_) fail_to_write(output_.path(), "the folder is missing, closed or full");
  output_.finish();
}

void write_text_file(const std::filesystem::path& path, std::string_view text) {
  TextOutput output(path);
  output.write(text);
  output.finish();
}

}  // namespace phusong::gis
