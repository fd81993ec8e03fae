import {
  Attribution,
  CauseOverrideEntry,
  CauseResponse,
} from 'backstage-plugin-accountability-common';
import {
  AssessInput,
  ForeignCharge,
  measurePrepared,
  prepareFacts,
} from 'backstage-plugin-accountability-engine';
import { Knex } from 'knex';
import { readServices } from '../../ownership';
import { PolicyStore } from '../policy/PolicyStore';
import { toOverride } from '../work/Surroundings';
import { Judgement, readInputs } from '../work/readInputs';
import { readCauses } from '../work/readSurroundings';

/** What a decision changes, or its withdrawal. */
export type CausePreview = Omit<CauseResponse, 'kept'>;

interface Asked extends Omit<Judgement, 'policy'> {
  policy: Pick<PolicyStore, 'current'>;
  /** Service of the incident. */
  entityRef: string;
  /** Record id. */
  incident: string;
  /** Absent for a withdrawal: then the rule alone says. */
  decision?: CauseOverrideEntry;
  now: number;
}

const rate = 'reliability.change_fail_rate';

/**
 * What changes with a decision on a cause: the link, and the change fail rate
 * of the services that it charges or charged. Nothing is kept. Undefined for an
 * incident that is older than anything that is still assessed.
 */
export async function previewCause(
  knex: Knex,
  asked: Asked,
): Promise<CausePreview | undefined> {
  const [input] = await read(knex, asked, [asked.entityRef]);
  const incident = input?.records.find(({ id }) => id === asked.incident);
  if (incident?.kind !== 'incident') return undefined;
  const decided = {
    ...input,
    overrides: await withDecision(knex, asked, input),
  };
  const links = [input, decided].map(one =>
    prepareFacts(one).context.attributions.get(incident.id),
  );
  const others = links
    .flatMap(link => link?.causeService ?? [])
    .filter((ref, i, refs) => refs.indexOf(ref) === i);
  const foreign = await read(knex, asked, others);
  const chargedWith = (other: AssessInput, link: Attribution | undefined) => {
    const charges = (other.foreignCharges ?? []).filter(
      charge => charge.attribution.incident !== incident.id,
    );
    const charged = link?.causeService === other.service.entityRef;
    const mine: ForeignCharge[] =
      link && charged ? [{ attribution: link, incident }] : [];
    return { ...other, foreignCharges: [...charges, ...mine] };
  };
  const pairs = [
    [input, decided],
    ...foreign.map(other => links.map(link => chargedWith(other, link))),
  ];
  const [before, after] = links;
  return {
    ...(before && { before }),
    ...(after && { after }),
    changeFailRate: pairs.flatMap(pair => compare(pair, asked)),
  };
}

async function read(knex: Knex, asked: Asked, entityRefs: readonly string[]) {
  const policy = await asked.policy.current();
  const inputs = await readInputs(knex, { ...asked, policy, entityRefs });
  return inputs.map(({ input }) => input);
}

async function withDecision(
  knex: Knex,
  { entityRef, incident, decision }: Asked,
  input: AssessInput,
) {
  const others = (input.overrides ?? []).filter(
    one => one.incident !== incident,
  );
  if (!decision) return others;
  const [file] = await readServices(knex, { entityRefs: [entityRef] });
  const causes = await readCauses(knex, [decision]);
  const override = toOverride(incident, decision, {
    file,
    surroundings: { causes },
  });
  return override ? [...others, override] : others;
}

/** The rates before and after, where they are not the same. */
function compare(
  pair: readonly AssessInput[],
  { facts }: Asked,
): CauseResponse['changeFailRate'] {
  const fact = facts.find(({ id }) => id === rate);
  if (!fact) return [];
  const [before, after] = pair.map(input => {
    const { value } = measurePrepared(fact, prepareFacts(input));
    return value.status === 'known' ? Number(value.value) : undefined;
  });
  if (before === after) return [];
  return [
    {
      service: pair[0].service.entityRef,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}
