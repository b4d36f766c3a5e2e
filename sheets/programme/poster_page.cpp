#include "sheets/programme/poster_page.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "sheets/drawing/fitting.h"
#include "sheets/drawing/together.h"
#include "sheets/drawing/typography.h"

namespace sheets {
namespace {

constexpr std::size_t kMostTracks = 6;  // side by side; more go on below
constexpr double kGap = 8;
constexpr double kTimes = 74;   // points of the column of times, before scaling
constexpr double kTrack = 108;  // points a track needs, before scaling

/// Where the moments of a band lie on the page.
using Heights = std::map<engine::Minute, double>;

class Drawing {
 public:
  Drawing(const Press& press, const Sheet& paper, double scale)
      : press_(press),
        width_(paper.text_width()),
        tallest_(paper.text_height() * 0.9),
        scale_(scale) {}

  [[nodiscard]] Chapter chapter(const PosterDay& day) const {
    Chapter chapter;
    chapter.head = head(day);
    chapter.again = again(day);
    chapter.outline = day.date;
    chapter.key = day.key;
    for (const auto& band : day.bands)
      for (std::size_t first = 0; first < band.tracks; first += kMostTracks)
        add_rows(chapter, band, first, std::min(kMostTracks, band.tracks - first));
    return chapter;
  }

 private:
  [[nodiscard]] double pt(double points) const { return points * scale_; }
  [[nodiscard]] double left() const { return pt(kTimes); }

  [[nodiscard]] Block head(const PosterDay& day) const {
    Block block;
    block.fill({0, 0, 60, 6, kAccent});
    double y = 18;
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, 0, y, width_, std::move(text)) + gap;
    };
    line(paragraph(press_.gathering, {.size = 20, .weight = Weight::Semibold, .colour = kAccent}),
         4);
    line({.runs = {{day.date, {.size = 40, .weight = Weight::Bold}},
                   {"   " + day.hours, {.size = 18, .colour = kGrey}}}},
         4);
    for (const auto& place : day.places)
      line(paragraph(place, {.size = 14, .weight = Weight::Medium}), 1);
    block.height = y + 18;
    return block;
  }

  [[nodiscard]] Block again(const PosterDay& day) const {
    Block block;
    auto text = paragraph(day.date, {.size = 22, .weight = Weight::Bold});
    text.runs.push_back({press_.words(kContinued), {.size = 14, .colour = kGrey}});
    block.write(press_.ruler, 0, 0, width_, std::move(text));
    block.height += 14;
    return block;
  }

  [[nodiscard]] Block text_of(const PosterItem& item, double width, bool alone) const {
    Block block;
    double y = 0;
    const auto line = [&](Paragraph text, double gap) {
      y += block.write(press_.ruler, 0, y, width, std::move(text)) + pt(gap);
    };
    if (!alone) line(paragraph(item.hours, {.size = pt(12), .colour = kGrey, .tabular = true}), 1);
    line(paragraph(item.title,
                   {.size = pt(alone ? 19 : 16),
                    .weight = item.light ? Weight::Regular : Weight::Semibold}),
         2);
    if (!item.place.empty())
      line(paragraph(item.place, {.size = pt(13), .weight = Weight::Medium, .colour = kAccent}), 2);
    for (const auto& credit : item.team)
      line(paragraph(credit, {.size = pt(12), .colour = kGrey}), 1);
    return block;
  }

  [[nodiscard]] double each(std::size_t tracks) const {
    return (width_ - left() - kGap * static_cast<double>(tracks - 1)) / static_cast<double>(tracks);
  }

  /// Every box is as high as its words ask; what begins together begins on one line.
  [[nodiscard]] Heights heights(
      const std::vector<std::pair<const PosterItem*, Block>>& boxes) const {
    Heights at;
    std::set<engine::Minute> starts;
    for (const auto& [item, text] : boxes) {
      at[item->start] = at[item->end] = 0;
      starts.insert(item->start);
    }
    double told = 0;  // where the last start is written
    for (auto to = std::next(at.begin()); to != at.end(); ++to) {
      to->second = std::prev(to)->second + pt(10);
      if (starts.count(to->first) > 0) to->second = std::max(to->second, told + pt(30));
      for (const auto& [item, text] : boxes)
        if (item->end == to->first)
          to->second = std::max(to->second, at[item->start] + text.height + pt(20) + kGap);
      if (starts.count(to->first) > 0) told = to->second;
    }
    return at;
  }

  /// On one line of time; where that is higher than a page, a row for each start.
  void add_rows(Chapter& chapter,
                const PosterBand& band,
                std::size_t first,
                std::size_t tracks) const {
    auto block = rows(band, first, tracks);
    if (block.height <= tallest_) {
      chapter.sections.push_back({{std::move(block)}, {}});
      return;
    }
    PosterBand row{0, {}};
    const auto flush = [&] {
      if (row.tracks > 0) chapter.sections.push_back({{rows(row, 0, row.tracks)}, {}});
      row = {0, {}};
    };
    for (auto item : band.items) {
      if (item.track < first || item.track >= first + tracks) continue;
      if (row.tracks > 0 && row.items.back().start != item.start) flush();
      item.track = row.tracks++;
      row.items.push_back(std::move(item));
    }
    flush();
  }

  [[nodiscard]] Block rows(const PosterBand& band, std::size_t first, std::size_t tracks) const {
    const bool alone = band.items.size() == 1;
    const double width = each(tracks);
    const double pad = pt(10);
    std::vector<std::pair<const PosterItem*, Block>> boxes;
    for (const auto& item : band.items)
      if (item.track >= first && item.track < first + tracks)
        boxes.emplace_back(&item, text_of(item, width - 2 * pad, alone));
    const auto at = heights(boxes);
    Block block;
    engine::Minute told = -1;
    for (const auto& [item, text] : boxes) {
      const double top = at.at(item->start);
      const double tall = at.at(item->end) - top - kGap;
      const double x = left() + static_cast<double>(item->track - first) * (width + kGap);
      block.fill({x, top, width, tall, kTint});
      if (!item->light) block.fill({x, top, pt(4), tall, kAccent});
      block.add(text, x + pad, top + pad);
      if (item->start == told) continue;
      told = item->start;
      // Below its first tracks a band goes on: the hours come back, but not as a new moment.
      const Style bold{.size = pt(21), .weight = Weight::Bold, .colour = kInk, .tabular = true};
      const Style quiet{.size = pt(13), .colour = kGrey, .tabular = true};
      Paragraph time = paragraph(engine::clock_text(told), first == 0 ? bold : quiet);
      if (alone) time.runs.push_back({"\n–\u202f" + engine::clock_text(item->end), quiet});
      block.write(press_.ruler, 0, top + pad - pt(2), left() - pt(8), std::move(time));
    }
    // The hours of what runs alone may be higher than its words.
    block.height = std::max(at.rbegin()->second, alone ? block.height + pt(6) : 0);
    return block;
  }

  const Press& press_;
  double width_;
  double tallest_;  ///< points of what stands on one line of time
  double scale_;
};

/// The largest scale at which the tracks that stand side by side keep room for their words.
double largest_scale(const PosterDay& day, double width) {
  std::size_t tracks = 1;
  for (const auto& band : day.bands) tracks = std::max(tracks, std::min(band.tracks, kMostTracks));
  const auto count = static_cast<double>(tracks);
  return (width - kGap * (count - 1)) / (kTrack * count + kTimes);
}

}  // namespace

Document draw_poster(const std::vector<PosterDay>& days, const Press& press) {
  const auto small = sheet_of(press.options.paper, 10);
  const Sheet paper{.width = small.height,
                    .height = 2 * small.width,
                    .side = 44,
                    .top = 40,
                    .bottom = 34 + 2.5 * 10};
  const auto chapters_in = [&](const std::vector<double>& scales) {
    const auto draw = [&](const PosterDay& day) {
      return on_one_page(paper, scales, [&](double scale) {
        const double fitting = std::min(scale, largest_scale(day, paper.text_width()));
        return Drawing(press, paper, fitting).chapter(day);
      });
    };
    return together(chapters_of(days, draw), paper, 34);
  };
  // Short days share a poster: as large as they go without one more.
  std::vector<double> scales{1.3, 1.15, 1, 0.85, 0.7};
  auto chapters = chapters_in(scales);
  for (const double larger : {1.5, 1.75, 2.0}) {
    scales.insert(scales.begin(), larger);
    auto enlarged = chapters_in(scales);
    if (enlarged.size() > chapters.size()) break;
    chapters = std::move(enlarged);
  }
  return flowing(press, paper, chapters, {"Programme à afficher", "Programme for the wall"}, 10);
}

}  // namespace sheets
