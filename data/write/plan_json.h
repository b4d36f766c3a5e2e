/// Writes a plan as JSON for machines, to the contract "farandole.plan/1" (docs/format.md).
#pragma once

#include <string>

#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/plan/series.h"
#include "engine/plan/transport.h"

namespace data {

/// Indented, with a line end; the same plan gives the same bytes. Sentences are in the gathering's
/// language, times on its clock with their offset, so its time zone must exist. "series" is there
/// when there is something to say in it.
[[nodiscard]] std::string plan_json(const engine::Gathering& gathering,
                                    const engine::Plan& plan,
                                    const engine::Series& series = {});

/// The same with what is on the road told apart: `plan` may be a part of the whole.
[[nodiscard]] std::string plan_json(const engine::Gathering& gathering,
                                    const engine::Plan& plan,
                                    const engine::Series& series,
                                    const engine::Transport& transport);

}  // namespace data
