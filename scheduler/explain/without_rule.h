/// A gathering that need not keep one of the rules.
#pragma once

#include <string>

#include "engine/model/gathering.h"
#include "engine/rules/catalogue.h"

namespace scheduler {

inline void switch_off(engine::Gathering& gathering, engine::RuleId id) {
  engine::RuleSetting off;
  off.rule.value = std::string(engine::info(id).key);
  off.level = engine::RuleSetting::Level::Off;
  std::erase_if(gathering.rules, [&](const auto& r) { return r.rule.value == off.rule.value; });
  gathering.rules.push_back(off);
}

}  // namespace scheduler
