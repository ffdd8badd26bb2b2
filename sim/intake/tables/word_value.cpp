#include "sim/intake/tables/word_value.h"

#include <algorithm>
#include <array>
#include <span>

#include "gis/text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/technology_names.h"

namespace phusong::intake {
namespace {

/// Words in `plain_words` form.
struct ValueWords {
  std::string_view column, name;
  std::vector<std::string_view> words;
};

const std::vector<ValueWords>& value_words() {
  static const std::vector<ValueWords> kWords = {
      {"status",
       "existing",
       {"dang hoat dong", "hoat dong", "phat song", "dang phat song", "da phat song", "on air", "active", "in service",
        "hien huu", "hien co", "en service"}},
      {"status", "planned", {"quy hoach", "ke hoach", "du kien", "plan", "dang xay dung", "under construction"}},
      {"status", "candidate", {"de xuat", "khao sat", "vi tri de xuat"}},
      {"status", "off", {"ngung hoat dong", "dung hoat dong", "da tat", "tat song", "inactive", "off air", "thao do"}},
      {"type", "macro", {"macro cell", "cot tu dung", "cot day co", "tu dung", "day co", "cot thap", "tower"}},
      {"type", "pole", {"rms", "cot coc", "monopole", "small cell", "cot be tong ly tam"}},
      {"type", "rooftop", {"roof top", "roof", "tren mai", "mai nha", "cot tren mai nha"}},
      {"backhaul", "fibre", {"quang", "cap quang", "fiber", "fibre optic", "fiber optic", "fo", "truyen dan quang"}},
      {"backhaul", "microwave", {"viba", "vi ba", "mw", "truyen dan viba", "microwave link"}},
      {"backhaul", "satellite", {"ve tinh", "vsat", "vinasat"}},
      {"backhaul", "none", {"khong co", "chua co"}},
      {"power", "grid", {"dien luoi", "luoi", "luoi dien", "ac", "dien luoi quoc gia", "mains"}},
      {"power", "solar", {"mat troi", "pin mat troi", "nang luong mat troi", "nlmt"}},
      {"power", "generator", {"may phat", "may phat dien", "may no", "mpd", "diesel"}},
  };
  return kWords;
}

/// Marks of forms and words beside those that scenario tables know.
std::string flag_of(const std::string& text) {
  const std::string word = gis::without_case(text);
  for (const char* const yes : {"x", "×", "✓", "✔", "v", "đã có", "có điện", "có rồi"})
    if (word == yes) return "1";
  for (const char* const no : {"chưa", "chưa có", "không có", "ko"})
    if (word == no) return "0";
  return says_nothing(text) ? "" : text;
}

}  // namespace

void tidy_word(Draft& draft, const scenario::Column& column) {
  if (std::holds_alternative<bool*>(column.place) && draft.has(column.name))
    return draft.change(column.name, flag_of(draft.text(column.name)), Reason::kWord);
  const auto* const choice = std::get_if<scenario::Choice>(&column.place);
  if (choice == nullptr || !draft.has(column.name)) return;
  const std::string text = draft.text(column.name);
  if (!scenario::choose_by_name(*choice, text)) return;
  if (const auto named = column.name == "technology" ? named_technology(text) : std::nullopt)
    return draft.change(column.name, std::string(network::name_of(named->technology)), Reason::kWord);
  const std::string words = gis::plain_words(text);
  for (const ValueWords& entry : value_words()) {
    if (entry.column != column.name || std::ranges::find(entry.words, words) == entry.words.end()) continue;
    draft.change(column.name, std::string(entry.name), Reason::kWord);
    return;
  }
}

}  // namespace phusong::intake
