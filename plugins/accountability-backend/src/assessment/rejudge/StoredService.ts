import { Exemption, FactReading } from 'backstage-plugin-accountability-common';
import { JudgeInput } from 'backstage-plugin-accountability-engine';
import { PreviousResults } from '../work/Results';

/** What is stored of a service, as far as a policy is held against it. */
export interface StoredService {
  service: JudgeInput['service'];
  /** JSON as it is stored. */
  facts: string;
  exemptions: readonly Exemption[];
  previous: Pick<PreviousResults, 'digest' | 'policy' | 'levels' | 'checks'>;
  /** When it is to be assessed next; epoch milliseconds. */
  dueAt: number;
}

/** The same with its facts read, by id. */
export type ReadService = Omit<StoredService, 'facts'> & {
  facts: ReadonlyMap<string, FactReading>;
};

/** Reads the facts of a service; throws where they are no JSON. */
export function readFacts(stored: StoredService): ReadService {
  const facts: FactReading[] = JSON.parse(stored.facts);
  return { ...stored, facts: new Map(facts.map(fact => [fact.id, fact])) };
}
