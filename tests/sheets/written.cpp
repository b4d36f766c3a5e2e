#include "tests/sheets/written.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace tests {
namespace {

std::string text_of(const sheets::Paragraph& paragraph) {
  std::string text;
  for (const auto& run : paragraph.runs) text += run.text;
  return text;
}

std::size_t letters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string listed(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& one : list) text += (text.empty() ? "" : ", ") + one;
  return text;
}

/// A line when there is something to say.
void line(std::string& out, const std::string& label, const std::string& text) {
  if (!text.empty()) out += label + text + "\n";
}

std::string credit_text(const sheets::Credit& credit) {
  std::vector<std::string> holders;
  for (const auto& holder : credit.holders)
    holders.push_back(holder.name +
                      (holder.organisation.empty() ? "" : " (" + holder.organisation + ")"));
  return credit.role + ": " + listed(holders);
}

void write_item(std::string& out, const sheets::ProgrammeItem& item) {
  out += fmt::format("    {}-{} {}{} ({})\n",
                     item.start,
                     item.end,
                     item.light ? "~ " : "",
                     item.title,
                     item.length);
  line(out, "      at ", item.room + (item.site.empty() ? "" : " / " + item.site));
  line(out, "      ", item.note);
  for (const auto& credit : item.team) line(out, "      ", credit_text(credit));
  for (const auto& phase : item.phases) line(out, "      + ", phase.time + " " + phase.title);
  if (!item.rotation) return;
  line(out, "      ", item.rotation->how);
  for (const auto& round : item.rotation->rounds)
    line(out, "      o ", round.name + " " + round.hours);
  for (const auto& station : item.rotation->stations) {
    line(out, "      * ", station.title);
    line(out, "        at ", station.room);
    line(out, "        ", station.rounds);
    for (const auto& credit : station.team) line(out, "        ", credit_text(credit));
  }
}

}  // namespace

std::string written(const sheets::Programme& programme) {
  std::string out = programme.gathering + (programme.provisional ? " (provisional)\n" : "\n");
  line(out, "", programme.span);
  for (const auto& day : programme.days) {
    out += day.date + ", " + day.hours + "\n";
    for (const auto& place : day.places) out += "  @ " + place.name + ", " + place.address + "\n";
    for (const auto& way : day.access) out += "  " + way + "\n";
    for (const auto& slot : day.slots) {
      out += "  " + slot.start + "\n";
      for (const auto& item : slot.items) write_item(out, item);
    }
  }
  return out;
}

std::string written(const std::vector<sheets::HostSheet>& list) {
  std::string out;
  for (const auto& sheet : list) {
    out += fmt::format("{} | {} | {}\n", sheet.station, sheet.host, sheet.role);
    line(out, "  with ", sheet.with);
    line(out, "  at ", sheet.place);
    out += "  " + sheet.rotation + ", " + sheet.date + "\n  " + sheet.how + "\n";
    out += "  call " + (sheet.contact.empty() ? "____" : sheet.contact) + "\n";
    for (const auto& round : sheet.rounds) {
      out += fmt::format("  {}-{} {}\n", round.start, round.end, round.name);
      line(out, "    at ", round.place);
      out += "    " + round.count + ": " + listed(round.names) + "\n";
      for (const auto& phase : round.phases) out += "    + " + phase + "\n";
      for (const auto& to : round.departures)
        out += fmt::format(
            "    -> {}: {} {}\n", to.to, to.people, to.everyone ? "(all)" : listed(to.names));
      line(out, "    move to ", round.move);
      line(out, "    warn ", listed(round.warnings));
      out += "    at " + round.switch_time + " say " + round.say + "\n";
    }
  }
  return out;
}

std::vector<sheets::TextMark> texts_on(const sheets::Page& page) {
  std::vector<sheets::TextMark> texts;
  for (const auto* marks : {&page.marks, &page.foot})
    for (const auto& mark : *marks)
      if (const auto* text = std::get_if<sheets::TextMark>(&mark)) texts.push_back(*text);
  return texts;
}

std::string words_on(const sheets::Page& page) {
  std::string out;
  for (const auto& mark : texts_on(page)) out += text_of(mark.text) + "\n";
  return out;
}

std::string words_on(const sheets::Document& document) {
  std::string out;
  for (const auto& page : document.pages) out += words_on(page);
  return out;
}

std::string written(const sheets::Document& document) {
  std::string out = fmt::format("{} | {} | {} | {:.0f} x {:.0f}\n",
                                document.title,
                                document.subject,
                                document.made_at,
                                document.width,
                                document.height);
  for (const auto& page : document.pages) {
    out += "--- " + page.outline + "\n";
    auto marks = page.marks;
    marks.insert(marks.end(), page.foot.begin(), page.foot.end());
    for (const auto& mark : marks) {
      if (const auto* shape = std::get_if<sheets::ShapeMark>(&mark)) {
        out += fmt::format(
            "shape {:.1f} {:.1f} of {} outlines\n", shape->x, shape->y, shape->outlines.size());
        continue;
      }
      if (const auto* fill = std::get_if<sheets::FillMark>(&mark)) {
        out += fmt::format(
            "box {:.1f} {:.1f} {:.1f} {:.1f}\n", fill->x, fill->y, fill->width, fill->height);
        continue;
      }
      const auto& text = std::get<sheets::TextMark>(mark);
      const auto& style = text.text.runs.front().style;
      out += fmt::format("{:.1f} {:.1f} {:.1f} {}pt/{} {}\n",
                         text.x,
                         text.y,
                         text.width,
                         style.size,
                         static_cast<int>(style.weight),
                         text_of(text.text));
    }
  }
  return out;
}

double SquareRuler::height(const sheets::Paragraph& text, double width) {
  double size = 0;
  for (const auto& run : text.runs) size = std::max(size, run.style.size);
  const auto room = std::max<std::size_t>(1, static_cast<std::size_t>(width / (size * 0.5)));
  std::size_t lines = 0;
  std::istringstream whole(text_of(text));
  for (std::string part; std::getline(whole, part);) {
    std::size_t used = 0;
    ++lines;
    std::istringstream words(part);
    for (std::string word; words >> word;) {
      const auto letters = letters_in(word);
      if (used > 0 && used + 1 + letters > room) {
        ++lines;
        used = 0;
      }
      used += letters + (used > 0 ? 1 : 0);
      if (used > room) {
        lines += (used - 1) / room;
        used = (used - 1) % room + 1;
      }
    }
  }
  return static_cast<double>(text.one_line ? 1 : std::max<std::size_t>(lines, 1)) * size * 1.21;
}

}  // namespace tests
