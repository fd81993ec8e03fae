import { indexed } from './indexProduction';
import { nothing, Rung } from './Rung';

/** A person decided here: confidence 1, and no rule outranks it, whatever rungs a profile has. */
export const decided: Rung = {
  method: 'explicit',

  ask({ override, deployments }) {
    if (!override) return nothing;
    const { cause, decision } = override;
    if (!cause) {
      return {
        noCause: true,
        confidence: 1,
        evidence: [
          `It was decided that no change is the cause: ${decision.reason}`,
        ],
        decision,
      };
    }
    const own = cause.service ? undefined : deployments.get(cause.record.id);
    return {
      cause:
        own ??
        indexed(cause.record, deployments.profile, {
          service: cause.service,
          ownerAt: () => cause.owner,
        }),
      confidence: 1,
      evidence: [`It was decided that this is the cause: ${decision.reason}`],
      decision,
    };
  },
};
