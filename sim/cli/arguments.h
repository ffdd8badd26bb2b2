#pragma once

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <limits>
#include <string>
#include <string_view>

#include "propagation/limit.h"
#include "sim/cli/command.h"

namespace phusong::cli {

/// The words of a command's --help.
struct CommandHelp {
  std::string_view usage;        ///< "phusong check SCENARIO [options]"
  std::string_view description;  ///< what it does, in a sentence or two
  std::string_view example;      ///< a command line that works
};

/// The options of one command, bound to the fields that they fill.
class ArgumentParser {
 public:
  explicit ArgumentParser(CommandHelp help);

  /// Options are added here, as Boost.Program_options has it; whole numbers by `whole_number`.
  boost::program_options::options_description& options() { return options_; }
  /// An argument without a dash that fills `field`; those added first come first.
  void add_positional(const std::string& name, std::string& field);

  /// Fills the fields. False when there is nothing else to do: --help was asked for and is printed, or the
  /// invocation asks for a description and has it.
  /// Throws UsageError for an option that is unknown, repeated, abbreviated, without a value or out of range.
  bool parse(const Invocation& invocation);

 private:
  CommandHelp help_;
  bool help_wanted_ = false;
  boost::program_options::options_description options_;
  boost::program_options::options_description hidden_;
  boost::program_options::positional_options_description positional_;

  std::string help_text() const;
  CommandDescription description() const;
  void parse_or_throw(const std::vector<std::string>& arguments);
};

/// A whole number checked against `limit`. Bound as int, since -1 would pass into an unsigned silently.
boost::program_options::typed_value<int>* whole_number(int& field, const propagation::Limit& limit);
/// A number checked against `limit`, which nan never passes.
boost::program_options::typed_value<double>* number(double& field, const propagation::Limit& limit);

}  // namespace phusong::cli
