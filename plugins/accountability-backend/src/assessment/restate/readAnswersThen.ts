import {
  CompiledPolicy,
  EngineAnswer,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { groupBy } from 'lodash';
import { readInstant } from '../../database/instants';
import { CheckResultRow, TransitionRow } from '../../database/tables';
import { hasAskedRules } from '../engines';

/** What other engines had said of one service by an instant, by `<scorecard>/<check>`. */
export type AnswersThen = (at: number) => ReadonlyMap<string, EngineAnswer>;

interface Said {
  at: number;
  status: string;
  because: string;
}

const saidThen = 'The engine said so then.';

/**
 * Nobody can ask an engine about a closed day: it keeps what was said then, as
 * results and transitions tell, in two statements. Undefined, and nothing is
 * read, where no policy asks any.
 */
export async function readAnswersThen(
  knex: Knex,
  entityRef: string,
  policies: readonly CompiledPolicy[],
): Promise<AnswersThen | undefined> {
  if (!policies.some(hasAskedRules)) return undefined;
  const rules = new Set(policies.flatMap(askedRules));
  const ruleOf = (row: { scorecard: string; check_id: string }) =>
    `${row.scorecard}/${row.check_id}`;
  const now = await knex<CheckResultRow>('check_results').where({
    entity_ref: entityRef,
  });
  const turns = await knex<TransitionRow>('transitions')
    .where({ entity_ref: entityRef })
    .whereNot('check_id', '')
    .orderBy('at');
  const turnsOf = groupBy(turns, ruleOf);
  const histories = now
    .filter(row => rules.has(ruleOf(row)))
    .map(row => ({
      rule: ruleOf(row),
      history: historyOf(row, turnsOf[ruleOf(row)] ?? []),
    }));
  return at =>
    new Map(
      histories.flatMap(({ rule, history }) => {
        const said = history.filter(one => one.at <= at).at(-1);
        const answer = said && toAnswer(said);
        return answer ? [[rule, answer] as const] : [];
      }),
    );
}

/** Oldest first; before the first turn it was what that turned from. */
function historyOf(
  row: Pick<CheckResultRow, 'status'>,
  turns: readonly TransitionRow[],
): Said[] {
  const first = turns.at(0)?.from_status ?? row.status;
  return [
    { at: -Infinity, status: first, because: saidThen },
    ...turns.map(turn => ({
      at: readInstant(turn.at),
      status: turn.to_status,
      because: turn.because,
    })),
  ];
}

/** Modes and exemptions are applied again, so that it is told without them; where it did not apply nothing was said. */
function toAnswer({ status, because }: Said): EngineAnswer | undefined {
  switch (status) {
    case 'pass':
    case 'unknown':
      return { status, because };
    case 'fail':
    case 'warn':
    case 'exempt':
      return { status: 'fail', because };
    default:
      return undefined;
  }
}

function askedRules({ scorecards }: CompiledPolicy): string[] {
  return scorecards.flatMap(({ name, checks }) =>
    checks
      .filter(({ program }) => 'engine' in program)
      .map(({ id }) => `${name}/${id}`),
  );
}
