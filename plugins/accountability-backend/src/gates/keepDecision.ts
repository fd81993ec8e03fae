import { createHash } from 'node:crypto';
import { GateDecision } from 'backstage-plugin-accountability-common';
import { Knex } from 'knex';
import { writeInstant } from '../database/instants';
import { DecisionKeyRow, GateDecisionRow } from '../database/tables';
import { GateAnswer, GateAsked } from './GateAsked';
import { GateSources } from './GateSources';
import { readDecision } from './readDecision';

/** So long the same key gives the same decision. */
const KEY_HOLDS_MS = 24 * 60 * 60 * 1000;

type Asked = Pick<
  GateAsked,
  'question' | 'now' | 'idempotencyKey' | 'whoBreaks'
> & {
  /** Entity ref of who went past the gate, or the machine that asked. */
  by?: string;
};

/**
 * Writes a decision down. Where one was kept under the same key within a day,
 * by whichever replica, that one is given instead.
 */
export async function keepDecision(
  { database, logger }: Pick<GateSources, 'database' | 'logger'>,
  decision: GateDecision,
  asked: Asked,
): Promise<GateAnswer> {
  const { idempotencyKey: key } = asked;
  const answer =
    key === undefined
      ? await insert(database, decision, asked)
      : await keepUnderKey(database, decision, { ...asked, key });
  if (answer.ok && !answer.decision.repeated) warn(logger, answer.decision);
  return answer;
}

function warn(logger: GateSources['logger'], decision: GateDecision): void {
  const { breakGlass, gate, entityRef, id } = decision;
  if (!breakGlass) return;
  logger.warn(
    `Gate ${gate} was gone past for ${entityRef} by a member of ${
      breakGlass.group
    }; decision ${id} is to be reviewed by ${new Date(
      breakGlass.reviewBy,
    ).toISOString()}`,
  );
}

function rowOf(
  decision: GateDecision,
  { by, now }: Asked,
): Omit<GateDecisionRow, 'at'> & { at: number | Date } {
  const { id = '', entityRef, gate, outcome, point, breakGlass } = decision;
  return {
    id,
    entity_ref: entityRef,
    gate,
    at: writeInstant(now),
    outcome,
    point,
    broken_glass: breakGlass !== undefined,
    by_ref: by ?? null,
    document: JSON.stringify(decision),
  };
}

async function insert(
  trx: Knex,
  decision: GateDecision,
  asked: Asked,
): Promise<GateAnswer> {
  await trx('gate_decisions').insert(rowOf(decision, asked));
  return { ok: true, decision };
}

async function keepUnderKey(
  database: Knex,
  decision: GateDecision,
  asked: Asked & { key: string },
): Promise<GateAnswer> {
  const { gate } = decision;
  if (await insertUnderKey(database, decision, asked)) {
    return { ok: true, decision };
  }
  const held = await database<DecisionKeyRow>('decision_keys')
    .where({ gate, idempotency_key: asked.key })
    .first();
  const first = held && (await readDecision(database, held.decision_id));
  // A key that is held has its decision: both were written in one transaction.
  if (!held || !first) throw new Error(`The key of ${gate} has no decision`);
  if (held.question !== questionDigest(asked)) {
    return refuse(
      `The key was used at the gate ${gate} for another question within a day; use a key for one question, for example the commit with the service and environment`,
    );
  }
  const { outcome, breakGlass } = first.decision;
  if (asked.whoBreaks && outcome === 'deny' && !breakGlass) {
    return refuse(
      `The gate ${gate} denied under this key, and the same key gives the same decision for a day; go past it with another key, and have whoever waits for it ask with that one`,
    );
  }
  return { ok: true, decision: { ...first.decision, repeated: true } };
}

function refuse(because: string): GateAnswer {
  return { ok: false, fault: 'other-question', because };
}

/** Writes key and decision together; false where the key is held. */
async function insertUnderKey(
  database: Knex,
  decision: GateDecision,
  asked: Asked & { key: string },
): Promise<boolean> {
  const row = rowOf(decision, asked);
  if (database.client.config.client !== 'pg') {
    return database.transaction(async trx => {
      const taken = await takeKey(trx, decision, asked);
      if (taken.length > 0) await trx('gate_decisions').insert(row);
      return taken.length > 0;
    });
  }
  // One statement is its own transaction, and is waited for once instead of four times.
  const { rows } = await database.raw(
    `with taken as (?) insert into gate_decisions (${Object.keys(row)
      .map(() => '??')
      .join(', ')})
     select ${Object.keys(row)
       .map(() => '?')
       .join(', ')} from taken returning id`,
    [
      takeKey(database, decision, asked),
      ...Object.keys(row),
      ...Object.values(row),
    ],
  );
  return rows.length > 0;
}

/** Gives a row where the key is ours now: it is new, or its day is over. Another replica at the same key waits here. */
function takeKey(
  trx: Knex,
  { gate, id = '' }: GateDecision,
  asked: Asked & { key: string },
) {
  const { key, now } = asked;
  return trx<DecisionKeyRow>('decision_keys')
    .insert({
      gate,
      idempotency_key: key,
      decision_id: id,
      question: questionDigest(asked),
      key_until: writeInstant(now + KEY_HOLDS_MS),
    })
    .onConflict(['gate', 'idempotency_key'])
    .merge()
    .where('decision_keys.key_until', '<=', writeInstant(now))
    .returning('decision_id');
}

function questionDigest({ question }: Asked): string {
  const { entityRef, point, environment, commit, artifact, labels } = question;
  const asked = [entityRef, point, environment, commit, artifact, labels];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
