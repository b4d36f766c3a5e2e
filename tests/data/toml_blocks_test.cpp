// Rows of a gathering file written anew from the model say what the file said.
#include "data/write/toml_blocks.h"

#include <filesystem>

#include "data/read/reader.h"
#include "data/write/toml_rows.h"
#include "tests/catch.h"

namespace {

namespace fs = std::filesystem;

template <class Row>
void add(const char* table, const std::vector<Row>& rows, std::vector<data::TomlPlace>& places) {
  for (const auto& row : rows)
    if (row.id.where.file == 0)
      places.push_back(
          {table, row.id.where.line, data::toml_block(table, data::toml_row(row)), true});
}

void add(const std::vector<engine::Rotation>& rotations, std::vector<data::TomlPlace>& places) {
  for (const auto& rotation : rotations) {
    auto text = data::toml_block("rotation", data::toml_row(rotation));
    if (!rotation.plain_tables)
      for (const auto& station : rotation.stations)
        text += data::toml_block("rotation.station", data::toml_row(station));
    places.push_back({"rotation", rotation.id.where.line, text, true});
  }
}

std::string anew(const data::Reading& reading) {
  std::vector<data::TomlPlace> places;
  const auto& gathering = reading.gathering;
  add("room", gathering.rooms, places);
  add("person", gathering.people, places);
  add("session", gathering.sessions, places);
  add(gathering.rotations, places);
  return data::with_rows_anew(reading.sources.front().bytes, places);
}

template <class Row>
void check_same(const std::vector<Row>& was, const std::vector<Row>& is) {
  REQUIRE(was.size() == is.size());
  for (std::size_t i = 0; i < was.size(); ++i) {
    INFO(was[i].id.value);
    CHECK(data::toml_row(was[i]) == data::toml_row(is[i]));
  }
}

constexpr const char* kTwo = R"toml(# head
[[session]]
id = "a"
[session.team]
speaker = ["x"] # stays with a

# about b
[[session]]
id = "b"
[rules]
walking = 1
)toml";

}  // namespace

TEST_CASE("every row of the examples is the same after it is written anew", "[export]") {
  for (const auto& entry : fs::recursive_directory_iterator(FARANDOLE_SOURCE_DIR "/examples")) {
    if (entry.path().filename() != "gathering.toml") continue;
    INFO(entry.path().string());
    const auto was = data::read_gathering(entry.path().string());
    auto sources = was.sources;
    sources.front().bytes = anew(was);
    const auto is = data::read_gathering(sources);
    CHECK_FALSE(is.diagnostics.has_errors());
    check_same(was.gathering.rooms, is.gathering.rooms);
    check_same(was.gathering.people, is.gathering.people);
    check_same(was.gathering.sessions, is.gathering.sessions);
    check_same(was.gathering.rotations, is.gathering.rotations);
    for (std::size_t r = 0; r < was.gathering.rotations.size(); ++r)
      check_same(was.gathering.rotations[r].stations, is.gathering.rotations[r].stations);
  }
}

TEST_CASE("a row goes with its parts and the comment above it, and nothing else does", "[export]") {
  CHECK(data::with_rows_anew(kTwo, {{"session", 3, "", true}, {"session", 9, "", false}}) ==
        "\n# about b\n[[session]]\nid = \"b\"\n[rules]\nwalking = 1\n");
  CHECK(
      data::with_rows_anew(kTwo, {{"session", 3, "", false}, {"session", 9, "[[session]]\n", true}})
          .find("# about b\n[[session]]\n[rules]") != std::string::npos);
}
