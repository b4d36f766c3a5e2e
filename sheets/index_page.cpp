#include "sheets/index_page.h"

#include <algorithm>
#include <utility>

#include "sheets/drawing/table.h"
#include "sheets/drawing/typography.h"
#include "sheets/press.h"

namespace sheets {
namespace {

using engine::say;

/// So many pages thrown away one after the other are said in one line.
constexpr std::size_t kManyInARow = 4;

constexpr Style kQuiet{.size = 9.5, .colour = kGrey};

class Drawing {
 public:
  Drawing(const Press& press, const PackRequest& request, double width)
      : press_(press),
        request_(request),
        width_(width),
        files_(press.ruler,
               {{press.words({"Fichier", "File"}), -1.5},
                {press.words({"Pages", "Pages"}), 40, Align::Right},
                {press.words({"Pour qui", "For whom"}), -2},
                {press.words({"Impression", "Printing"}), -1.8}},
               width),
        changes_(press.ruler,
                 {{press.words({"Nouvelle page", "New page"}), 76, Align::Right},
                  {press.words({"remplace", "replaces"}), 76, Align::Right},
                  {press.words({"De quoi", "About"}), -1}},
                 width) {}

  [[nodiscard]] Chapter chapter(const std::vector<PackEntry>& entries) const {
    auto chapter = headed(press_, title(entries), width_);
    chapter.head.add(files_.head(), 0, chapter.head.height);
    chapter.key = "index";
    for (const auto& entry : entries)
      if (entry.pages > 0) chapter.sections.push_back({{file(entry)}, {}});
    for (const auto& entry : entries) {
      if (!entry.refusals.empty()) chapter.sections.push_back(refused(entry));
      if (!entry.changes.empty()) chapter.sections.push_back(changed(entry));
    }
    return chapter;
  }

 private:
  [[nodiscard]] Heading title(const std::vector<PackEntry>& entries) const {
    int pages = 0;
    for (const auto& entry : entries) pages += entry.pages;
    const auto in = [&](const engine::Text& text) { return text.in(press_.options.language); };
    Heading words{press_.words({"DOSSIER D’IMPRESSION", "PRINT PACK"}),
                  press_.gathering,
                  {},
                  {press_.version}};
    if (request_.since)
      words.lines.push_back(in(say(
          {"Seulement ce qui a changé depuis la version {0}. Les pages remplacées sont à jeter.",
           "Only what changed since version {0}. Throw away the pages they replace."},
          request_.since->plan.version)));
    words.lines.push_back(
        in(say({"{0}\u00a0{0:face|faces} à imprimer", "{0}\u00a0{0:side|sides} to print"}, pages)));
    return words;
  }

  [[nodiscard]] static SheetKind kind_of(const PackEntry& entry) {
    const auto all = kinds();
    return *std::find_if(
        all.begin(), all.end(), [&](const auto& kind) { return kind.key == entry.kind; });
  }

  [[nodiscard]] Block file(const PackEntry& entry) const {
    const auto kind = kind_of(entry);
    Paragraph name = paragraph(press_.words(kind.title), {.size = 11, .weight = Weight::Semibold});
    name.runs.push_back({"\n" + entry.kind + ".pdf", kQuiet});
    return files_.row({std::move(name),
                       paragraph(std::to_string(entry.pages), {.size = 11, .tabular = true}),
                       paragraph(press_.words(kind.audience), {.size = 10}),
                       paragraph(press_.words(kind.printing), {.size = 10})});
  }

  [[nodiscard]] Block section_title(const PackEntry& entry, const std::string& rest) const {
    Block block;
    Paragraph text =
        paragraph(press_.words(kind_of(entry).title), {.size = 13, .weight = Weight::Bold});
    text.runs.push_back({rest, {.size = 11, .colour = kGrey}});
    block.write(press_.ruler, 0, 16, width_, std::move(text));
    block.height += 4;
    return block;
  }

  [[nodiscard]] Section refused(const PackEntry& entry) const {
    Section section;
    section.rows.push_back(
        section_title(entry, press_.words({"\u00a0: pas imprimées", ": not printed"})));
    for (const auto& reason : entry.refusals) {
      Block row;
      row.write(press_.ruler,
                0,
                2,
                width_,
                paragraph(reason.in(press_.options.language), {.size = 10.5}));
      section.rows.push_back(std::move(row));
    }
    return section;
  }

  [[nodiscard]] Section changed(const PackEntry& entry) const {
    Section section;
    const auto titled = [&](const std::string& rest) {
      auto title = section_title(entry, rest);
      title.add(changes_.head(), 0, title.height);
      return title;
    };
    section.rows.push_back(titled({}));
    section.again = titled(press_.words({" (suite)", " (continued)"}));
    const auto& changes = entry.changes;
    for (std::size_t first = 0; first < changes.size();) {
      auto end = end_of_row(changes, first);
      if (const auto gone = end_of_gone(changes, first); gone >= first + kManyInARow) end = gone;
      section.rows.push_back(row(changes[first], changes[end - 1]));
      first = end;
    }
    return section;
  }

  /// Pages to throw away that follow one another, whatever they are about.
  static std::size_t end_of_gone(const std::vector<PageChange>& changes, std::size_t first) {
    auto end = first;
    while (end < changes.size() && changes[end].page == 0 &&
           changes[end].replaces == changes[first].replaces + static_cast<int>(end - first))
      ++end;
    return end;
  }

  static std::string range(int first, int last) {
    const auto text = std::to_string(first);
    return first == last ? text : text + "\u2060–\u2060" + std::to_string(last);
  }

  [[nodiscard]] Block row(const PageChange& first, const PageChange& last) const {
    const Style number{.size = 11, .weight = Weight::Semibold, .colour = kInk, .tabular = true};
    const auto what = first.what == last.what ? first.what : first.what + " … " + last.what;
    return changes_.row(
        {first.page > 0 ? paragraph(range(first.page, last.page), number)
                        : paragraph(press_.words({"à jeter", "throw away"}), kQuiet),
         first.replaces > 0 ? paragraph(range(first.replaces, last.replaces), number)
                            : paragraph(press_.words({"nouvelle", "none"}), kQuiet),
         paragraph(what, {.size = 10})});
  }

  const Press& press_;
  const PackRequest& request_;
  double width_;
  TableDrawing files_;
  TableDrawing changes_;
};

bool says_something(const PackEntry& entry) {
  return entry.pages > 0 || !entry.refusals.empty() || !entry.changes.empty();
}

}  // namespace

Document draw_index(const std::vector<PackEntry>& entries,
                    const PackRequest& request,
                    Ruler& ruler) {
  const auto& now = request.now;
  const Press press{
      now.options, ruler, now.gathering.name, version_line(now.plan.version, now.options)};
  const auto sheet = sheet_of(now.options.paper, 8);
  std::vector<Chapter> chapters;
  if (std::any_of(entries.begin(), entries.end(), says_something))
    chapters.push_back(Drawing(press, request, sheet.text_width()).chapter(entries));
  return flowing(press, sheet, chapters, {"Sommaire", "Index"});
}

}  // namespace sheets
