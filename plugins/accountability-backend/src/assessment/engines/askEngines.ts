import {
  CompiledPolicy,
  EngineAnswer,
} from 'backstage-plugin-accountability-engine';
import { AskedService } from './AskedService';
import { AskOptions, askRules } from './askRules';
import { listAskedRules } from './listAskedRules';

/** What engines said of one service; to be passed to the engine as `answers`. */
export interface Answers {
  /** By `<scorecard>/<check>`. */
  answers: ReadonlyMap<string, EngineAnswer>;
  /** An engine could not answer just now: the service is worth asking of again in a minute. */
  retry: boolean;
}

const nothingAsked: Answers = { answers: new Map(), retry: false };

/**
 * Asks other engines for every check of the scorecards in force that matches
 * any of the services. Call it between measuring (`measureService`) and judging
 * (`judgeMeasured`, or `judgeService` with facts that are kept); a policy
 * without such checks costs nothing: see `hasAskedRules`. Never throws: what
 * could not be asked is an error that says what to do. Gates use `askForOne`.
 */
export async function askEngines(
  services: readonly AskedService[],
  { policy, ...options }: AskOptions & { policy: CompiledPolicy },
): Promise<(entityRef: string) => Answers> {
  const asked = await askRules(
    services.flatMap(service =>
      listAskedRules(policy, service).map(rule => ({
        ...rule,
        scope: service,
      })),
    ),
    options,
  );
  return entityRef => asked.get(entityRef) ?? nothingAsked;
}
