#include <functional>

#include "sim/scenario/key.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/scenario_form.h"

namespace phusong::scenario {
namespace {

std::string section_of(const std::string& name) {
  return name.substr(0, name.find('.'));
}

/// "# meaning [range]"
std::string comment_of(const Key& key) {
  std::string comment = "# " + key.meaning;
  const std::string allowed = allowed_text(key.place, key.limit);
  if (!allowed.empty()) comment += " [" + allowed + "]";
  return comment;
}

/// A key without a default stands as a comment, with an example.
std::string assignment_of(const Key& key) {
  const std::string name = key.name.substr(section_of(key.name).size() + 1);
  if (key.required) return "# " + name + " = " + key.example + "   # required";
  if (is_unset(key.place)) return "# " + name + " = " + key.example + "   # not set";
  return name + " = " + json_text(key.place);
}

/// All keys by sections, each with its comment and what `line` makes of it.
std::string keys_text(Options& options, const std::function<std::string(const Key&)>& line) {
  std::string text, section;
  for (const Key& key : all_keys(options)) {
    if (section_of(key.name) != section) {
      section = section_of(key.name);
      text += "\n[" + section + "]\n";
    }
    text += comment_of(key) + "\n" + line(key) + "\n";
  }
  return text;
}

/// The value as people write it: a list of one file as that file.
std::string written_value(const Key& key) {
  auto* const* const list = std::get_if<std::vector<std::string>*>(&key.place);
  if (key.names_file && list != nullptr && (*list)->size() == 1) return json_text(&(*list)->front());
  return json_text(key.place);
}

}  // namespace

std::string defaults_toml() {
  Options options;
  return "# Every key of scenario.toml with its default. Paths are relative to the scenario's folder.\n" +
         keys_text(options, assignment_of);
}

std::string scenario_toml(const Options& options, const std::set<std::string>& stated) {
  Options copy = options;  // keys are bound to what they could write
  return keys_text(copy, [&stated](const Key& key) {
    const std::string name = key.name.substr(section_of(key.name).size() + 1);
    if (stated.contains(key.name)) return name + " = " + written_value(key);
    if (is_unset(key.place)) return assignment_of(key);
    return "# " + name + " = " + written_value(key);
  });
}

std::vector<std::pair<std::string, std::string>> effective_options(const Options& options) {
  Options copy = options;  // keys are bound to what they could write
  std::vector<std::pair<std::string, std::string>> values;
  for (const Key& key : all_keys(copy))
    values.emplace_back(key.name, json_text(key.place));
  return values;
}

}  // namespace phusong::scenario
