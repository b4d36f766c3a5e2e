#include "app/refused_orders.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "engine/model/rows.h"
#include "engine/model/words.h"
#include "engine/plan/board_of.h"
#include "engine/plan/make_plan.h"
#include "engine/problem/compile.h"
#include "scheduler/replan/adapted.h"

namespace app {
namespace {

using engine::say;
using engine::Text;
using engine::Words;
using scheduler::Disruption;
using Kind = Disruption::Kind;

constexpr Words kCosts{
    "--substitute\u00a0: {0} à la place de {1}, et «\u202f{2}\u202f» ne tient plus{3}. {4}",
    "--substitute: with {0} in place of {1}, \"{2}\" holds no longer{3}. {4}"};
constexpr Words kBreaks{"--substitute\u00a0: {0} à la place de {1} enfreint une règle{2}. {3}",
                        "--substitute: {0} in place of {1} breaks a rule{2}. {3}"};
constexpr Words kNoWayRound{
    "--move\u00a0: {0}. Rien d’autre ne s’arrange autour\u202f; déplacez ou annulez aussi ce qui "
    "est là.",
    "--move: {0}. Nothing can be arranged round it; move or cancel what is there too."};
constexpr Words kWhy{"\u00a0: {0}", ": {0}"};
constexpr Words kNothingLost{"Quelqu’un d’autre, ou --person-out {0}\u00a0: rien n’est à annuler.",
                             "Somebody else, or --person-out {0}: nothing has to be left out."};
constexpr Words kLessLost{"Quelqu’un d’autre, ou --person-out {0}\u00a0: moins de choses tombent.",
                          "Somebody else, or --person-out {0}: less has to be left out."};

bool is_sent_now(const Disruption& one) {
  return one.kind == Kind::Substitute && one.now;
}

/// What no repair should cost, in its order.
auto lost(const scheduler::Replanned& repaired) {
  const auto& score = repaired.plan.score;
  return std::tuple(score.hard, score.unplaced, repaired.kinds.rounds);
}

bool loses_more(const scheduler::Replanned& repaired, const engine::Plan& before) {
  return lost(repaired) > std::tuple(before.score.hard, before.score.unplaced, 0);
}

/// The first item that is left out, or shortened, and was not before.
std::string item_lost(const scheduler::Replanned& repaired, const engine::Plan& before) {
  for (const auto& row : repaired.plan.unplaced) {
    const auto* was = engine::find_row(before.unplaced, row.id);
    if (was != nullptr && was->reason == row.reason) continue;
    if (const auto* session = engine::find_row(repaired.gathering.sessions, row.id))
      return session->title;
    if (const auto* rotation = engine::find_row(repaired.gathering.rotations, row.id))
      return rotation->title;
  }
  return {};
}

/// The first hard rule that breaks when they just take the role, after a colon; or nothing.
Text rule_in_the_way(const scheduler::Upset& upset) {
  const auto adapted = scheduler::adapt(upset, upset.plan);
  const auto problem = engine::compile_in_spite(adapted.gathering);
  const auto board = engine::board_of(adapted.gathering, problem, adapted.plan);
  const auto plan = engine::make_plan(adapted.gathering, problem, board);
  for (const auto& remark : plan.remarks)
    if (remark.hard && std::find(upset.plan.remarks.begin(), upset.plan.remarks.end(), remark) ==
                           upset.plan.remarks.end())
      return say(kWhy, remark.text);
  return {};
}

const std::string& name_of(const engine::Gathering& gathering, const std::string& id) {
  const auto* person = engine::find_row(gathering.people, id);
  return person == nullptr ? id : person->name;
}

std::vector<Text> refused_moves(const scheduler::Upset& upset,
                                const scheduler::Replanned& repaired) {
  const auto& all = upset.disruptions;
  const bool ordered = std::any_of(all.begin(), all.end(), [](const Disruption& one) {
    return one.kind == Kind::Move && one.now;
  });
  if (!ordered) return {};
  const auto& known = upset.plan.remarks;
  for (const auto& remark : repaired.plan.remarks)
    if ((remark.rule == "person-overlap" || remark.rule == "room-overlap") &&
        std::find(known.begin(), known.end(), remark) == known.end())
      return {say(kNoWayRound, remark.text)};
  return {};
}

std::vector<Text> refused_stand_ins(const scheduler::Upset& upset,
                                    const scheduler::Replanned& repaired,
                                    const scheduler::Limits& limits,
                                    const scheduler::Monitor& monitor) {
  const auto& all = upset.disruptions;
  if (std::none_of(all.begin(), all.end(), is_sent_now) || !loses_more(repaired, upset.plan))
    return {};
  auto left_open = upset;
  for (auto& one : left_open.disruptions)
    if (is_sent_now(one)) one = {.kind = Kind::PersonOut, .item = one.item};
  const auto other = scheduler::replan(left_open, limits, monitor);
  if (lost(other) >= lost(repaired)) return {};
  const auto why = rule_in_the_way(upset);
  const auto item = item_lost(repaired, upset.plan);
  std::vector<Text> refused;
  for (const auto& one : all) {
    if (!is_sent_now(one)) continue;
    const auto way = say(loses_more(other, upset.plan) ? kLessLost : kNothingLost, one.item);
    const auto& in = name_of(upset.gathering, one.other);
    const auto& out = name_of(upset.gathering, one.item);
    refused.push_back(item.empty() ? say(kBreaks, in, out, why, way)
                                   : say(kCosts, in, out, item, why, way));
  }
  return refused;
}

}  // namespace

std::vector<Text> refused_orders(const scheduler::Upset& upset,
                                 const scheduler::Replanned& repaired,
                                 const scheduler::Limits& limits,
                                 const scheduler::Monitor& monitor) {
  auto refused = refused_moves(upset, repaired);
  return refused.empty() ? refused_stand_ins(upset, repaired, limits, monitor) : refused;
}

}  // namespace app
