import {
  CauseClaim,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { claimReach } from './claimReach';
import { clockSkew } from './clockSkew';
import { findClaimed } from './findClaimed';
import { nothing, Question, Rung, RungAnswer } from './Rung';

/** As written into the titles of incidents: `root cause: 4f2c1d9`. */
const rootCause = /\broot[ -]?cause\s*:\s*[`'"([]?([\w.+/@:-]{3,100})/i;
const commit = /^[0-9a-f]{7,64}$/i;

/** A machine carries the identity of the cause: confidence 0.95, because automation links by habit. */
export const linked: Rung = {
  method: 'linked',

  ask(question) {
    const evidence: string[] = [];
    let named: CauseClaim | undefined;
    for (const look of [byClaim, byText, byChain]) {
      const answer = look(question);
      evidence.push(...answer.evidence);
      named ??= answer.named;
      if (answer.cause) return { ...answer, evidence, named };
    }
    return { confidence: 0, evidence, named };
  },
};

function byClaim(question: Question): RungAnswer {
  const claim = question.incident.cause;
  if (claim?.by !== 'machine') return nothing;
  return answerTo(
    claim,
    question,
    by => `The source of the incident links it, by ${by}.`,
  );
}

function byText(question: Question): RungAnswer {
  const claim = claimInTitle(question.incident);
  if (!claim) return nothing;
  return answerTo(
    claim,
    question,
    by => `The title of the incident names its root cause, by ${by}.`,
  );
}

function claimInTitle({ title = '' }: IncidentRecord): CauseClaim | undefined {
  const named = rootCause.exec(title)?.[1].replace(/[.:]+$/, '');
  // A word without a digit is prose, as in `root cause: unknown`, and no version.
  if (!named || !/\d/.test(named)) return undefined;
  if (!commit.test(named)) return { by: 'machine', version: named };
  // What has digits only may be either.
  return /\D/.test(named)
    ? { by: 'machine', sha: named }
    : { by: 'machine', sha: named, version: named };
}

function answerTo(
  claim: CauseClaim,
  question: Question,
  inWords: (by: string) => string,
): RungAnswer {
  const found = findClaimed(claim, question);
  if (found.status === 'not-found') {
    const { because, named } = found;
    return { confidence: 0, evidence: [because], named };
  }
  return {
    cause: found.cause,
    confidence: 0.95,
    evidence: [inWords(found.by)],
  };
}

/** Everything that one thing set off shares a chain: its last deployment before the impact. */
function byChain({ incident, deployments, at }: Question): RungAnswer {
  if (!incident.chain) return nothing;
  const chained = deployments
    .ofChain(incident.chain)
    .filter(({ record }) => record.startedAt >= at - claimReach);
  const cause =
    chained.findLast(({ record }) => record.startedAt <= at) ??
    chained.find(({ record }) => record.startedAt <= at + clockSkew);
  if (!cause) return nothing;
  return {
    cause,
    confidence: 0.95,
    evidence: [`It and the incident are of one chain, ${incident.chain}.`],
  };
}
