#include "gis/table_choice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "gis/table_form.h"
#include "gis/text.h"

namespace phusong::gis {
namespace {

using Indices = std::vector<std::size_t>;

template <class Test>
Indices those(const std::vector<TableOffer>& offers, Test test) {
  Indices result;
  for (std::size_t i = 0; i < offers.size(); ++i)
    if (!offers[i].header.empty() && test(offers[i])) result.push_back(i);
  return result;
}

std::string names_of(const std::vector<TableOffer>& offers, const Indices& indices) {
  std::vector<std::string> names;
  for (const std::size_t i : indices)
    names.push_back("'" + offers[i].name + "'");
  return fmt::format("{}", fmt::join(names, ", "));
}

/// The one of that name, letter case and Unicode's form aside; `where` is the problem's file and kind.
std::optional<std::size_t> named(const std::vector<TableOffer>& offers, const std::string& name, Problem where,
                                 Problems& problems) {
  Indices all;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (without_case(clean_text(offers[i].name)) == without_case(clean_text(name))) return i;
    all.push_back(i);
  }
  where.value = name;
  where.message = "there is none of that name";
  where.allowed = names_of(offers, all);
  problems.add(std::move(where));
  return std::nullopt;
}

/// Why none will do, where no visible one has the columns.
std::string reason(const std::vector<TableOffer>& offers, const Indices& visible, const Indices& hidden,
                   const std::string& kind) {
  if (!hidden.empty()) {
    return fmt::format("no visible {0} has the columns of the table; the hidden {0} {1} has: show it if it is meant",
                       kind, names_of(offers, hidden));
  }
  if (visible.empty()) return "holds no table";
  return fmt::format("holds {} {}s ({}), and none has all columns of the table", visible.size(), kind,
                     names_of(offers, visible));
}

}  // namespace

std::optional<std::size_t> choose_table(const std::vector<TableOffer>& offers, const TableRequest& request,
                                        const std::string& kind, const std::string& file, Problems& problems) {
  if (!request.sheet.empty()) return named(offers, request.sheet, {.file = file, .key = kind}, problems);
  const TableWish& wish = request.wish;
  const auto fits = [&wish](const TableOffer& offer) { return has_required(offer.header, wish); };
  const Indices visible = those(offers, [](const TableOffer& offer) { return offer.is_visible; });
  const Indices fitting = those(offers, [&](const TableOffer& offer) { return offer.is_visible && fits(offer); });
  if (fitting.size() == 1) return fitting.front();
  if (fitting.size() > 1) {
    problems.add({.file = file,
                  .message = fmt::format("the {}s {} have the columns of the table: which is meant?", kind,
                                         names_of(offers, fitting)),
                  .allowed = fmt::format("one such {}: hide or remove the others", kind)});
    return std::nullopt;
  }
  const Indices hidden = those(offers, [&](const TableOffer& offer) { return !offer.is_visible && fits(offer); });
  if (visible.size() == 1 && (hidden.empty() || known_names(offers[visible.front()].header, wish) > 0))
    return visible.front();
  problems.add({.file = file, .message = reason(offers, visible, hidden, kind), .allowed = required_text(wish)});
  return std::nullopt;
}

}  // namespace phusong::gis
