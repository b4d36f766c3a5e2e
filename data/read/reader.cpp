#include "data/read/reader.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "data/read/disk.h"
#include "data/read/encoding.h"
#include "data/read/lists.h"
#include "data/read/parts.h"
#include "data/read/poll_table.h"
#include "data/read/toml_file.h"
#include "data/read/unknown_parts.h"

namespace data {
namespace {

using engine::say;
using engine::Where;
using engine::Words;
using Kind = Value::Kind;

constexpr Words kEmpty{"le fichier est vide", "the file is empty"};
constexpr Words kBinary{"ce n’est pas un fichier texte", "this is not a text file"};
constexpr Words kUtf16{"texte en UTF-16 : l’enregistrer en UTF-8",
                       "text in UTF-16: save it as UTF-8"};
constexpr Words kNotThere{"{0} n’est pas dans le document", "{0} is not in the document"};
constexpr Words kOnce{"[{0}] s’écrit une seule fois, avec des crochets simples",
                      "[{0}] is written once, with single brackets"};
constexpr Words kMany{"[{0}] s’écrit avec des crochets doubles : [[{0}]]",
                      "[{0}] is written with double brackets: [[{0}]]"};
constexpr Words kATable{"« {0} » attend un titre de partie, [{0}] ou [[{0}]], pas {1}",
                        "\"{0}\" expects a heading, [{0}] or [[{0}]], not {1}"};
constexpr Words kNoHead{"il manque la partie [gathering] avec « name »",
                        "the part [gathering] with \"name\" is missing"};
constexpr Words kNoDays{"il manque les jours : une partie [[day]] par jour, ou [calendar]",
                        "the days are missing: one part [[day]] for each day, or [calendar]"};
constexpr Words kDaysTwice{"[[day]] et [calendar] ne vont pas ensemble : garder l’un des deux",
                           "[[day]] and [calendar] do not go together: keep one of them"};

/// Reads one gathering; each step adds to the reading.
class GatheringReader {
 public:
  GatheringReader(Loader loader, std::string folder)
      : loader_(std::move(loader)), folder_(std::move(folder)) {}

  Reading run(const std::string& name, const std::string& shown) {
    reading_.gathering.files.push_back(shown);
    const auto text = load(name, 0, {0, 1, 1});
    if (text)
      read_file(*text);
    else
      reading_.whole = false;
    return std::move(reading_);
  }

  Reading run_people(const std::string& name, const std::string& shown) {
    reading_.gathering.files.push_back(shown);
    if (const auto text = load(name, 0, {}))
      read_people_or_names(*text, 0, diagnostics(), reading_.gathering);
    return std::move(reading_);
  }

 private:
  engine::Diagnostics& diagnostics() { return reading_.diagnostics; }

  /// The text of a file, which is kept among the sources. What hinders reading it at all is said at
  /// `named`; what is wrong inside, at its first line.
  std::optional<std::string> load(const std::string& name, std::uint16_t file, Where named) {
    auto loaded = loader_(name);
    if (!loaded.bytes) {
      diagnostics().error(named, std::move(loaded.problem));
      return {};
    }
    auto decoded = decode(*loaded.bytes);
    const bool blank = decoded.text.find_first_not_of(" \t\r\n") == std::string::npos;
    reading_.sources.push_back({name, std::move(*loaded.bytes)});
    const Where start{file, 1, 1};
    if (decoded.encoding == Encoding::Utf16)
      diagnostics().error(start, say(kUtf16));
    else if (decoded.encoding == Encoding::Binary)
      diagnostics().error(start, say(kBinary));
    else if (blank)
      diagnostics().error(start, say(kEmpty));
    else
      return std::move(decoded.text);
    return {};
  }

  void read_file(const std::string& text) {
    auto toml = read_toml(text, 0, diagnostics());
    reading_.whole = toml.whole;
    Context context{diagnostics(), toml.whole, std::move(toml.reported)};
    adopt_unknown_parts(context, toml.root);
    Section root(context, toml.root, "");
    const auto paths = read_top(context, root);
    read_rows(context, root);
    read_tables(paths);
  }

  TablePaths read_top(Context& context, Section& root) {
    auto& out = reading_.gathering;
    TablePaths paths;
    if (const auto* head = one(context, root, "gathering"))
      paths = read_head(context, *head, out);
    else if (context.whole && !root.has("gathering"))
      diagnostics().error({0, 1, 1}, say(kNoHead));
    read_days(context, many(context, root, "day"), out);
    const auto* calendar = one(context, root, "calendar");
    if (calendar != nullptr && root.has("day"))
      diagnostics().error(calendar->where, say(kDaysTwice));
    else if (calendar != nullptr)
      read_calendar(context, *calendar, out);
    else if (context.whole && !root.has("day") && !root.has("calendar"))
      diagnostics().error({0, 1, 1}, say(kNoDays));
    read_school_holidays(out);
    if (root.has("day")) check_holidays(context, out);
    check_known_holidays(context, out);
    if (const auto* rules = one(context, root, "rules")) read_rules(context, *rules, out);
    if (const auto* replan = one(context, root, "replan")) read_replan(context, *replan, out);
    return paths;
  }

  void read_rows(Context& context, Section& root) {
    auto& out = reading_.gathering;
    read_sites(context, many(context, root, "site"), out);
    read_rooms(context, many(context, root, "room"), out);
    read_travels(context, many(context, root, "travel"), out);
    read_vehicles(context, many(context, root, "vehicle"), out);
    read_equipment(context, many(context, root, "equipment"), out);
    read_people(context, many(context, root, "person"), out);
    read_sessions(context, many(context, root, "session"), out);
    read_rotations(context, many(context, root, "rotation"), out);
    polls_ = read_polls(context, many(context, root, "poll"), out);
    expand_after(diagnostics(), out);
  }

  /// The table of a part that is there once.
  const Value* one(Context& context, Section& root, std::string_view key) {
    const auto* value = root.find(key);
    if (value == nullptr || value->kind == Kind::Table) return value;
    const bool list = value->kind == Kind::List && !value->items.empty() &&
                      value->items.front().kind == Kind::Table;
    if (list)
      context.diagnostics.error(value->items.front().where, say(kOnce, key));
    else
      context.diagnostics.error(value->where, say(kATable, key, describe(*value)));
    return list ? &value->items.front() : nullptr;
  }

  Tables many(Context& context, Section& root, std::string_view key) {
    Tables tables;
    const auto* value = root.find(key);
    if (value == nullptr) return tables;
    if (value->kind == Kind::Table) {
      context.diagnostics.error(value->where, say(kMany, key));
      tables.push_back(value);
    } else if (value->kind != Kind::List) {
      context.diagnostics.error(value->where, say(kATable, key, describe(*value)));
    }
    for (const auto& item : value->items) {
      if (item.kind == Kind::Table)
        tables.push_back(&item);
      else
        context.diagnostics.error(item.where, say(kATable, key, describe(item)));
    }
    return tables;
  }

  void read_tables(const TablePaths& paths) {
    if (paths.people) reading_.tables["people"] = paths.people->value;
    if (paths.registrations) reading_.tables["registrations"] = paths.registrations->value;
    if (paths.wishes) reading_.tables["wishes"] = paths.wishes->value;
    const auto people = reading_.gathering.people.size();
    read_table(paths.people, read_people_table);
    const bool nobody = reading_.gathering.people.size() == people;
    if (paths.people && nobody && diagnostics().has_errors()) reading_.whole = false;
    read_table(paths.registrations, read_registrations);
    read_table(paths.wishes, read_wishes);
    reading_.poll_tables.resize(reading_.gathering.polls.size());
    for (const auto& table : polls_) {
      const auto poll = table.poll;
      reading_.poll_tables[poll] = table.path.value;
      read_table(table.path, [poll](auto text, auto file, auto& diagnostics, auto& out) {
        read_poll_table(text, file, diagnostics, out.polls[poll]);
      });
    }
    check_item_dates(diagnostics(), reading_.gathering);
    check_skipped_hours(diagnostics(), reading_.gathering);
  }

  template <class ReadTable>
  void read_table(const std::optional<engine::Key>& path, ReadTable read) {
    if (!path) return;
    const auto file = static_cast<std::uint16_t>(reading_.gathering.files.size());
    const auto shown = (std::filesystem::path(folder_) / path->value).generic_string();
    reading_.gathering.files.push_back(shown);
    if (const auto text = load(path->value, file, path->where))
      read(*text, file, diagnostics(), reading_.gathering);
  }

  Loader loader_;
  std::string folder_;
  Reading reading_;
  std::vector<PollTable> polls_;
};

}  // namespace

Reading read_gathering(const std::string& path) {
  const std::filesystem::path whole(path);
  const auto folder = whole.parent_path();
  const auto file = whole.filename().string();
  const auto load = [folder, file](const std::string& name) {
    return load_file((folder / name).string(), name == file ? kLargestGathering : kLargestTable);
  };
  return GatheringReader(load, folder.string()).run(file, path);
}

Reading read_people_file(const std::string& path) {
  const auto load = [](const std::string& name) { return load_file(name, kLargestTable); };
  return GatheringReader(load, {}).run_people(path, path);
}

Reading read_gathering(std::vector<SourceFile> sources) {
  const auto load = [&sources](const std::string& name) -> Bytes {
    for (const auto& source : sources)
      if (source.path == name) return {source.bytes, {}};
    return {{}, say(kNotThere, name)};
  };
  const auto name = sources.empty() ? std::string("gathering.toml") : sources.front().path;
  return GatheringReader(load, "").run(name, name);
}

}  // namespace data
