#include "sim/cli/documentation/completion.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <vector>

#include "sim/cli/registry.h"
#include "sim/scenario/scenario.h"

namespace phusong::cli {
namespace {

/// The options as they are typed: "--output" and "-o".
std::vector<std::string> typed_options(const CommandDescription& description) {
  std::vector<std::string> typed;
  for (const OptionDescription& option : description.options) {
    typed.push_back(fmt::format("--{}", option.long_name));
    if (!option.short_name.empty()) typed.push_back(fmt::format("-{}", option.short_name));
  }
  return typed;
}

/// "vi|en" -> "vi en"; empty where the value is free.
std::string choices_of(const OptionDescription& option) {
  std::string choices = option.parameter;
  if (choices.find('|') == std::string::npos) return "";
  std::ranges::replace(choices, '|', ' ');
  return choices;
}

std::string key_names() {
  std::vector<std::string> names;
  for (const auto& [name, value] : scenario::effective_options({}))
    names.push_back(name);
  return fmt::format("{}", fmt::join(names, " "));
}

/// What completes the value of an option, as cases of "<command>:<option before it>".
std::string value_cases(std::string_view command, const CommandDescription& description) {
  std::string cases;
  for (const OptionDescription& option : description.options) {
    if (const std::string choices = choices_of(option); !choices.empty())
      cases += fmt::format("    '{}:--{}') words='{}' ;;\n", command, option.long_name, choices);
  }
  return cases;
}

/// The words of the commands: the first ones, each once, and the second ones of each first.
struct CommandWords {
  std::vector<std::string> first;
  std::map<std::string, std::vector<std::string>> second;
};

CommandWords command_words() {
  CommandWords words;
  for (const Command& command : commands()) {
    const std::string name(command.name), first = name.substr(0, name.find(' '));
    if (words.first.empty() || words.first.back() != first) words.first.push_back(first);
    if (first != name) words.second[first].push_back(name.substr(first.size() + 1));
  }
  return words;
}

/// What completes the second word of commands that have two, as cases of the first.
std::string second_word_cases(const CommandWords& words) {
  std::string cases;
  for (const auto& [first, second] : words.second)
    cases += fmt::format("    {}) second='{} --help' ;;\n", first, fmt::join(second, " "));
  return cases;
}

constexpr std::string_view kScript =
    R"(# Completion of phusong's commands and options for bash; `phusong --completion` prints it.
_phusong() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}}
  local second='' options='' words=''
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W '{commands} --help --version' -- "$current")
    return
  fi
  case $command in
{second_words}  esac
  if [[ -n $second ]]; then
    if ((COMP_CWORD == 2)); then
      mapfile -t COMPREPLY < <(compgen -W "$second" -- "$current")
      return
    fi
    command+=" ${{COMP_WORDS[2]}}"
  fi
  case $command in
{options}  esac
  case $command:$previous in
{values}  esac
  if [[ $previous == --set && " $options " == *' --set '* ]]; then
    compopt -o nospace
    mapfile -t COMPREPLY < <(compgen -S = -W '{keys}' -- "$current")
  elif [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  elif [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}}
complete -F _phusong phusong
)";

}  // namespace

std::string bash_completion() {
  const CommandWords words = command_words();
  std::string options, values;
  for (const Command& command : commands()) {
    const CommandDescription description = description_of(command);
    options += fmt::format("    '{}') options='{}' ;;\n", command.name, fmt::join(typed_options(description), " "));
    values += value_cases(command.name, description);
  }
  return fmt::format(kScript, fmt::arg("commands", fmt::join(words.first, " ")),
                     fmt::arg("second_words", second_word_cases(words)), fmt::arg("options", options),
                     fmt::arg("values", values), fmt::arg("keys", key_names()));
}

}  // namespace phusong::cli
