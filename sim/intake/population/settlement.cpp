#include "sim/intake/population/settlement.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace phusong::intake {
namespace {

/// Disjoint sets, each named by its first member.
class Links {
 public:
  explicit Links(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  std::size_t first_of(std::size_t i) {
    while (parent_[i] != i)
      i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    const std::size_t first = first_of(a), other = first_of(b);
    parent_[std::max(first, other)] = std::min(first, other);
  }

 private:
  std::vector<std::size_t> parent_;
};

bool touch(const PeopledPixel& a, const PeopledPixel& b) {
  return std::abs(a.column - b.column) <= 1 && std::abs(a.row - b.row) <= 1;
}

bool are_linked(const PeopledPixel& a, const PeopledPixel& b, double reach_m) {
  return a.commune == b.commune && (touch(a, b) || gis::distance_m(a.point, b.point) <= reach_m);
}

/// The centre of a group's people, on the map of its pixels.
gis::MapPoint centre_of_people(const std::vector<PeopledPixel>& pixels, const PixelGroup& group) {
  gis::MapPoint sum;
  for (const std::size_t i : group) {
    sum.x_m += pixels[i].people * pixels[i].point.x_m;
    sum.y_m += pixels[i].people * pixels[i].point.y_m;
  }
  const double people = people_of(pixels, group);
  return {sum.x_m / people, sum.y_m / people};
}

/// Orders a group along its longer side.
void sort_along(const std::vector<PeopledPixel>& pixels, PixelGroup& group) {
  const auto span = [&](auto coordinate) {
    const auto [least, greatest] = std::ranges::minmax(group, {}, [&](std::size_t i) { return coordinate(pixels[i]); });
    return coordinate(pixels[greatest]) - coordinate(pixels[least]);
  };
  const auto x = [](const PeopledPixel& pixel) { return pixel.point.x_m; };
  const auto y = [](const PeopledPixel& pixel) { return pixel.point.y_m; };
  const bool along_x = span(x) > span(y);
  std::ranges::stable_sort(group, {}, [&](std::size_t i) { return along_x ? x(pixels[i]) : y(pixels[i]); });
}

/// The places in the list that the pixels of a row have.
struct RowOfPixels {
  std::size_t begin = 0, end = 0;
};

std::map<int, RowOfPixels> rows_of(const std::vector<PeopledPixel>& pixels) {
  std::map<int, RowOfPixels> rows;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const auto [row, is_new] = rows.try_emplace(pixels[i].row, RowOfPixels{i, i});
    row->second.end = i + 1;
  }
  return rows;
}

bool row_is_near(const PeopledPixel& other, const PeopledPixel& pixel, double reach_m) {
  return other.row <= pixel.row + 1 || other.point.y_m <= pixel.point.y_m + reach_m;
}

/// The first pixel of a row that is not too far west.
std::size_t first_near(const std::vector<PeopledPixel>& pixels, RowOfPixels row, const PeopledPixel& pixel,
                       double reach_m) {
  const auto begin = pixels.begin() + static_cast<std::ptrdiff_t>(row.begin);
  const auto end = pixels.begin() + static_cast<std::ptrdiff_t>(row.end);
  const auto found = std::partition_point(begin, end, [&](const PeopledPixel& other) {
    return other.column < pixel.column - 1 && other.point.x_m < pixel.point.x_m - reach_m;
  });
  return static_cast<std::size_t>(found - pixels.begin());
}

}  // namespace

std::vector<PeopledPixel> peopled_pixels(const gis::PopulationRaster& raster, const CommuneMap& communes,
                                         double least_people) {
  std::vector<PeopledPixel> pixels;
  for (int row = 0; row < raster.frame.rows; ++row) {
    for (int column = 0; column < raster.frame.columns; ++column) {
      const std::size_t i = raster.index(column, row);
      const std::int32_t commune = communes.commune_of_pixel[i];
      if (commune < 0 || !(raster.people[i] > 0.0F) || raster.people[i] < least_people) continue;
      pixels.push_back({.column = column,
                        .row = row,
                        .commune = commune,
                        .people = raster.people[i],
                        .lon_lat = raster.centres[i],
                        .point = {column * raster.pixel_width_m, row * raster.pixel_height_m}});
    }
  }
  return pixels;
}

std::vector<PixelGroup> linked_groups(const std::vector<PeopledPixel>& pixels, double reach_m) {
  Links links(pixels.size());
  const std::map<int, RowOfPixels> rows = rows_of(pixels);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const PeopledPixel& pixel = pixels[i];
    // Rows below alone: those above have looked down to this one.
    for (auto row = rows.find(pixel.row); row != rows.end() && row_is_near(pixels[row->second.begin], pixel, reach_m);
         ++row) {
      for (std::size_t j = first_near(pixels, row->second, pixel, reach_m); j < row->second.end; ++j) {
        if (pixels[j].column > pixel.column + 1 && pixels[j].point.x_m > pixel.point.x_m + reach_m) break;
        if (are_linked(pixel, pixels[j], reach_m)) links.join(i, j);
      }
    }
  }
  std::vector<PixelGroup> groups;
  std::vector<std::size_t> group_of(pixels.size());
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const std::size_t first = links.first_of(i);
    if (first == i) {
      group_of[i] = groups.size();
      groups.emplace_back();
    }
    groups[group_of[first]].push_back(i);
  }
  return groups;
}

double people_of(const std::vector<PeopledPixel>& pixels, const PixelGroup& group) {
  return std::accumulate(group.begin(), group.end(), 0.0,
                         [&](double sum, std::size_t i) { return sum + pixels[i].people; });
}

std::vector<PixelGroup> split(const std::vector<PeopledPixel>& pixels, PixelGroup group, double most_people) {
  const double people = people_of(pixels, group);
  if (group.size() < 2 || people <= most_people) return {std::move(group)};
  sort_along(pixels, group);
  double before = 0.0;
  std::size_t cut = 0;
  while (cut + 1 < group.size() && before < people / 2.0)
    before += pixels[group[cut++]].people;
  PixelGroup rest(group.begin() + static_cast<std::ptrdiff_t>(cut), group.end());
  group.resize(cut);
  std::vector<PixelGroup> parts;
  for (PixelGroup* const half : {&group, &rest}) {
    std::ranges::sort(*half);
    for (PixelGroup& part : split(pixels, std::move(*half), most_people))
      parts.push_back(std::move(part));
  }
  return parts;
}

const PeopledPixel& middle_pixel(const std::vector<PeopledPixel>& pixels, const PixelGroup& group) {
  const gis::MapPoint centre = centre_of_people(pixels, group);
  return pixels[*std::ranges::min_element(group, {},
                                          [&](std::size_t i) { return gis::distance_m(pixels[i].point, centre); })];
}

double radius_of(const std::vector<PeopledPixel>& pixels, const PixelGroup& group, const PeopledPixel& middle) {
  constexpr double kShare = 0.9;
  std::vector<std::pair<double, double>> people_at;  // distance, people
  for (const std::size_t i : group)
    people_at.emplace_back(gis::distance_m(pixels[i].point, middle.point), pixels[i].people);
  std::ranges::sort(people_at);
  const double wanted = kShare * people_of(pixels, group);
  double within = 0.0;
  for (const auto& [distance_m, people] : people_at) {
    within += people;
    if (within >= wanted) return distance_m;
  }
  return people_at.back().first;
}

std::vector<std::int64_t> whole_shares(const std::vector<double>& weights, std::int64_t total) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<std::int64_t> shares;
  std::vector<std::pair<double, std::size_t>> remainders;  // least first: the largest remainder, then the order
  std::int64_t given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double part = sum > 0.0 ? weights[i] / sum : 1.0 / static_cast<double>(weights.size());
    const double exact = part * static_cast<double>(total);
    shares.push_back(static_cast<std::int64_t>(std::floor(exact)));
    remainders.emplace_back(-(exact - std::floor(exact)), i);
    given += shares.back();
  }
  std::ranges::sort(remainders);
  for (std::size_t k = 0; given < total && k < remainders.size(); ++k, ++given)
    ++shares[remainders[k].second];
  return shares;
}

}  // namespace phusong::intake
