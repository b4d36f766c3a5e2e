#include <string_view>
#include <utility>
#include <vector>

#include "data/read/parts.h"

namespace data {
namespace {

using engine::After;
using engine::Gathering;
using engine::say;
using engine::Words;

constexpr Words kNothing{"« {0} » ne désigne aucune séance pour l’instant",
                         "\"{0}\" names no session for now"};
constexpr std::string_view kTag = "tag:";

bool is_pattern(std::string_view word) {
  return word.ends_with('*') || word.starts_with(kTag);
}

bool has_tag(const engine::Session& session, std::string_view tag) {
  for (const auto& key : session.tags)
    if (key.value == tag) return true;
  return false;
}

/// Ids in the order of the file, the item's own left out.
std::vector<std::string> matching(const Gathering& gathering,
                                  std::string_view pattern,
                                  std::string_view own) {
  std::vector<std::string> ids;
  const bool by_tag = pattern.starts_with(kTag);
  const auto start = pattern.substr(0, pattern.size() - 1);
  const auto add = [&](const std::string& id, bool matches) {
    if (matches && id != own) ids.push_back(id);
  };
  for (const auto& session : gathering.sessions)
    add(session.id.value,
        by_tag ? has_tag(session, pattern.substr(kTag.size()))
               : session.id.value.starts_with(start));
  for (const auto& rotation : gathering.rotations)
    add(rotation.id.value, !by_tag && rotation.id.value.starts_with(start));
  return ids;
}

}  // namespace

void expand_after(engine::Diagnostics& diagnostics, Gathering& out) {
  const auto expand = [&](const engine::Key& id, std::vector<After>& list) {
    std::vector<After> expanded;
    for (auto& after : list) {
      if (!is_pattern(after.item.value)) {
        expanded.push_back(std::move(after));
        continue;
      }
      const auto ids = matching(out, after.item.value, id.value);
      if (ids.empty()) diagnostics.warning(after.item.where, say(kNothing, after.item.value));
      for (const auto& one : ids) {
        expanded.push_back(after);
        expanded.back().item.value = one;
      }
    }
    list = std::move(expanded);
  };
  for (auto& session : out.sessions) expand(session.id, session.timing.after);
  for (auto& rotation : out.rotations) expand(rotation.id, rotation.timing.after);
}

}  // namespace data
