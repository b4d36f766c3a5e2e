/// One table of the gathering file: every key that is asked for is known, the others are reported.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "data/read/value.h"
#include "data/read/wrong.h"
#include "engine/model/gathering.h"

namespace data {

enum class Need : std::uint8_t { Optional, Required };

class Section {
 public:
  /// `name` as people write it: "[[session]]", "after". `table` must be a table and outlive this.
  Section(Context& context, const Value& table, std::string_view name)
      : context_(context), table_(table), name_(name) {}

  /// nullptr when the key is not there.
  const Value* find(std::string_view key, Need need = Need::Optional);
  [[nodiscard]] bool has(std::string_view key) const;

  std::string text(std::string_view key, Need need = Need::Optional);
  /// A name that must not be empty.
  engine::Key key(std::string_view name, Need need = Need::Optional);
  std::optional<engine::Key> optional_key(std::string_view name);
  /// The id of the row: required, and made of letters, digits, - and _.
  engine::Key id();
  std::vector<engine::Key> keys(std::string_view key);
  std::vector<std::string> texts(std::string_view key);

  std::optional<engine::At<int>> whole(std::string_view key,
                                       Range range,
                                       Need need = Need::Optional);
  int whole_or(std::string_view key, Range range, int otherwise);
  bool truth_or(std::string_view key, bool otherwise);

  std::optional<engine::At<engine::Minute>> clock(std::string_view key, Need need = Need::Optional);
  std::optional<engine::At<engine::Day>> date(std::string_view key, Need need = Need::Optional);

  /// Reports unknown and missing keys. To be called once every key was asked for.
  void finish();

  [[nodiscard]] engine::Where where() const { return table_.where; }
  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] Context& context() const { return context_; }

 private:
  void say_unknown(const Entry& entry);

  Context& context_;
  const Value& table_;
  std::string_view name_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> missing_;
  std::set<std::string> meant_;  ///< keys that unknown ones probably stand for
};

}  // namespace data
