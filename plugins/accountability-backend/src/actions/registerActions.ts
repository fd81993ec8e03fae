import { ActionContext } from './ActionContext';
import { registerAskGate } from './registerAskGate';
import { registerDryRunPolicy } from './registerDryRunPolicy';
import { registerExplainCheck } from './registerExplainCheck';
import { registerGetScorecard } from './registerGetScorecard';
import { registerListExemptions } from './registerListExemptions';
import { registerListTeamRisks } from './registerListTeamRisks';
import { registerRequestExemption } from './registerRequestExemption';

/** Offers what the API answers to agents, the scaffolder and the command line. */
export function registerActions(context: ActionContext): void {
  registerGetScorecard(context);
  registerExplainCheck(context);
  registerListTeamRisks(context);
  registerListExemptions(context);
  registerDryRunPolicy(context);
  registerAskGate(context);
  registerRequestExemption(context);
}
