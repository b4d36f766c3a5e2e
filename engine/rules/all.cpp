#include "engine/rules/all.h"

namespace engine {

template class Evaluator<RulesInForce>;

}  // namespace engine
