import { Judgement } from './judgeClauses';

/** Characters of the sentence; more is cut off. */
const MAX_LENGTH = 1000;

/** One sentence that says which clauses decided, with what they saw and what they want. */
export function explainClauses({ verdict, clauses }: Judgement): string {
  const deciding = clauses.filter(({ clause }) => clause.outcome === verdict);
  const said = [...new Set(deciding.flatMap(({ because }) => because))];
  const sentence = said.join('; ');
  return sentence.length > MAX_LENGTH
    ? `${sentence.slice(0, MAX_LENGTH)}…`
    : `${sentence}.`;
}
