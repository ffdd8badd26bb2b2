#include "sim/cli/arguments.h"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>
#include <sstream>

#include "sim/cli/exit_code.h"
#include "sim/scenario/nearest.h"

namespace phusong::cli {

namespace po = boost::program_options;

ArgumentParser::ArgumentParser(CommandHelp help) : help_(help), options_("Options") {
  options_.add_options()("help,h", po::bool_switch(&help_wanted_), "say this and stop");
}

void ArgumentParser::add_positional(const std::string& name, std::string& field) {
  hidden_.add_options()(name.c_str(), po::value<std::string>(&field));
  positional_.add(name.c_str(), 1);
}

bool ArgumentParser::parse(const Invocation& invocation) {
  if (invocation.description != nullptr) {
    *invocation.description = description();
    return false;
  }
  try {
    parse_or_throw(invocation.arguments);
  } catch (const po::unknown_option& unknown) {
    std::vector<std::string> names;
    for (const auto& option : options_.options())
      names.push_back("--" + option->long_name());
    const auto near = scenario::nearest(unknown.get_option_name(), names);
    throw UsageError(std::string(unknown.what()) + (near ? "; did you mean '" + *near + "'?" : ""));
  } catch (const po::too_many_positional_options_error&) {
    throw UsageError("too many arguments; usage: " + std::string(help_.usage));
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  if (help_wanted_) invocation.out << help_text();
  return !help_wanted_;
}

void ArgumentParser::parse_or_throw(const std::vector<std::string>& arguments) {
  po::options_description all;
  all.add(options_).add(hidden_);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::store(po::command_line_parser(arguments).options(all).positional(positional_).style(style).run(), values);
  po::notify(values);
}

std::string ArgumentParser::help_text() const {
  std::ostringstream text;
  text << "Usage: " << help_.usage << "\n\n" << help_.description << "\n\n" << options_;
  text << "\nExample:\n  " << help_.example << "\n";
  return text.str();
}

namespace {

OptionDescription described(const po::option_description& option) {
  OptionDescription described{.long_name = option.long_name(), .text = option.description()};
  // "-o", or the long name where there is no short one.
  const std::string shortest = option.canonical_display_name(po::command_line_style::allow_dash_for_short);
  if (shortest.size() == 2 && shortest.front() == '-') described.short_name = shortest.substr(1);
  if (option.semantic()->max_tokens() == 0) return described;
  // "N", or "N (=30)" with the default.
  const std::string parameter = option.semantic()->name();
  const std::size_t space = parameter.find(" (=");
  described.parameter = parameter.substr(0, space);
  if (space != std::string::npos) described.default_value = parameter.substr(space + 3, parameter.size() - space - 4);
  return described;
}

}  // namespace

CommandDescription ArgumentParser::description() const {
  CommandDescription description{.usage = std::string(help_.usage),
                                 .description = std::string(help_.description),
                                 .example = std::string(help_.example),
                                 .options = {}};
  for (const auto& option : options_.options())
    description.options.push_back(described(*option));
  return description;
}

namespace {

template <class T>
po::typed_value<T>* limited(T& field, const propagation::Limit& limit) {
  return po::value<T>(&field)->notifier([limit](T value) {
    if (limit.holds(value)) return;
    std::ostringstream message;
    message << "--" << limit.quantity << " = " << value << ": out of range (allowed: " << limit.range_text() << ")";
    throw UsageError(message.str());
  });
}

}  // namespace

po::typed_value<int>* whole_number(int& field, const propagation::Limit& limit) {
  return limited(field, limit);
}

po::typed_value<double>* number(double& field, const propagation::Limit& limit) {
  return limited(field, limit);
}

}  // namespace phusong::cli
