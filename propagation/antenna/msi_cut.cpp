#include "propagation/antenna/msi_cut.h"

#include <algorithm>
#include <cmath>

#include "propagation/antenna/msi.h"
#include "propagation/antenna/msi_values.h"

namespace phusong::propagation::msi {
namespace {

std::vector<std::string_view> fields_of(std::string_view line, std::string_view separators) {
  std::vector<std::string_view> fields;
  for (auto begin = line.find_first_not_of(separators); begin != std::string_view::npos;
       begin = line.find_first_not_of(separators, begin)) {
    const auto end = std::min(line.find_first_of(separators, begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end;
  }
  return fields;
}

/// A comma parts the numbers where it stands at the end of the first, alone, or in a line without blanks.
std::vector<std::string_view> pair_fields(std::string_view line) {
  std::vector<std::string_view> fields = fields_of(line, " \t\r;");
  if (fields.size() == 1) return fields_of(line, ",");
  if (fields.size() == 3 && fields[1] == ",") fields.erase(fields.begin() + 1);
  if (fields.size() == 2 && fields[0].ends_with(',')) fields[0].remove_suffix(1);
  return fields;
}

/// As short as it can be written, to a hundredth of a degree.
std::string degrees_text(double angle_deg) {
  std::string text = std::to_string(std::round(angle_deg * 100.0) / 100.0);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + "°";
}

}  // namespace

std::optional<CutSample> cut_sample_of(std::string_view line) {
  const std::vector<std::string_view> fields = pair_fields(line);
  if (fields.size() != 2) return std::nullopt;
  const std::optional<double> angle_deg = number_of(fields[0]);
  const std::optional<double> attenuation_db = number_of(fields[1]);
  if (!angle_deg || !attenuation_db) return std::nullopt;
  return CutSample{.angle_deg = *angle_deg, .attenuation_db = *attenuation_db};
}

bool Cut::closes_circle(double angle_deg) const {
  return !samples_.empty() && std::abs(std::remainder(angle_deg - samples_.front().angle_deg, 360.0)) < 1e-9 &&
         (angle_deg <= samples_.back().angle_deg || angle_deg - samples_.front().angle_deg > 359.0);
}

void Cut::add(CutSample sample, long line) {
  if (!(sample.attenuation_db >= 0.0)) throw MsiError(line, name_ + " attenuation must be ≥ 0 dB");
  if (!closed_ && samples_.size() > 1 && closes_circle(sample.angle_deg)) {
    constexpr double kContradictionDb = 1.0;
    if (std::abs(sample.attenuation_db - samples_.front().attenuation_db) > kContradictionDb)
      throw MsiError(line, name_ + " gives its first direction twice, with attenuations more than 1 dB apart");
    closed_ = true;
    return;
  }
  const bool grows = samples_.empty() || sample.angle_deg > samples_.back().angle_deg;
  const bool in_turn = samples_.empty() || sample.angle_deg - samples_.front().angle_deg < 360.0;
  if (closed_ || !grows || !in_turn || sample.angle_deg < -180.0 || sample.angle_deg > 360.0)
    throw MsiError(line, name_ + " angles must grow, from 0 to at most 360° or from -180 to at most 180°");
  sample.line = line;
  samples_.push_back(sample);
}

std::vector<double> Cut::steps_deg() const {
  std::vector<double> steps;
  for (std::size_t i = 1; i < samples_.size(); ++i)
    steps.push_back(samples_[i].angle_deg - samples_[i - 1].angle_deg);
  steps.push_back(samples_.front().angle_deg + 360.0 - samples_.back().angle_deg);
  return steps;
}

void Cut::check_gaps() const {
  constexpr double kLeastGapDeg = 30.0, kTimesTheStep = 3.0;
  const std::vector<double> steps = steps_deg();
  std::vector<double> sorted = steps;
  std::sort(sorted.begin(), sorted.end());
  const double usual_deg = sorted[sorted.size() / 2];
  const auto widest = std::max_element(steps.begin(), steps.end());
  if (*widest <= kLeastGapDeg || *widest < kTimesTheStep * usual_deg) return;
  const CutSample& before = samples_[static_cast<std::size_t>(widest - steps.begin())];
  const double after_deg = before.angle_deg + *widest;
  const bool half = std::abs(*widest - 180.0) <= kTimesTheStep * usual_deg;
  throw MsiError(before.line, name_ + " lacks " + (half ? "the half " : "the angles ") + "from " +
                                  degrees_text(before.angle_deg) + " to " + degrees_text(after_deg) +
                                  ": a cut must go around the whole circle, and its steps are otherwise " +
                                  degrees_text(usual_deg));
}

std::vector<CutSample> Cut::finish(long line) && {
  if (samples_.empty()) throw MsiError(line, name_ + " has no entries");
  const double found = static_cast<double>(samples_.size());
  if (count_ && *count_ != found && !(closed_ && *count_ == found + 1.0)) {
    throw MsiError(line, name_ + " has " + std::to_string(samples_.size() + (closed_ ? 1 : 0)) +
                             " entries and says another count");
  }
  check_gaps();
  const auto not_negative =
      std::find_if(samples_.begin(), samples_.end(), [](const CutSample& sample) { return sample.angle_deg >= 0.0; });
  std::rotate(samples_.begin(), not_negative, samples_.end());
  for (CutSample& sample : samples_)
    if (sample.angle_deg < 0.0) sample.angle_deg += 360.0;
  return std::move(samples_);
}

}  // namespace phusong::propagation::msi
