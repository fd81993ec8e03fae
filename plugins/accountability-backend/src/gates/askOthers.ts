import {
  EngineAnswer,
  GateInput,
  gateScope,
  rulesToAsk,
} from 'backstage-plugin-accountability-engine';
import { groupBy } from 'lodash';
import { askForOne } from '../assessment';
import { GateSources } from './GateSources';

/** Somebody waits for a gate; an engine that takes longer is out. Milliseconds. */
const TIMEOUT_MS = 5000;

/** What other engines said for one decision. */
export interface OthersSaid {
  answers: ReadonlyMap<string, EngineAnswer>;
  /** Engines of which nothing but errors came, with the first of these. */
  enginesOut: ReadonlyMap<string, string>;
  /** Those that were asked. */
  engines: { id: string; version: string }[];
}

/** Asks other engines for the rules of a gate that they decide, with facts as the gate takes them. Never throws. */
export async function askOthers(
  { engines, versions }: Pick<GateSources, 'engines' | 'versions'>,
  input: GateInput,
): Promise<OthersSaid> {
  const rules = rulesToAsk(input);
  if (rules.length === 0) {
    return { answers: new Map(), enginesOut: new Map(), engines: [] };
  }
  const said = await askForOne(
    { ...gateScope(input), service: input.service },
    { engines, rules, timeoutMs: TIMEOUT_MS },
  );
  const asked = groupBy(
    rules.filter(({ rule }) => said.has(rule)),
    ({ check: { program } }) => ('engine' in program ? program.engine : ''),
  );
  const answers = new Map(said);
  const enginesOut = new Map<string, string>();
  for (const [engine, its] of Object.entries(asked)) {
    const given = its.flatMap(({ rule }) => said.get(rule) ?? []);
    if (given.some(({ status }) => status !== 'error')) continue;
    enginesOut.set(engine, given[0].because);
    its.forEach(({ rule }) => answers.delete(rule));
  }
  return {
    answers,
    enginesOut,
    engines: await versions.of(Object.keys(asked), input.now),
  };
}
