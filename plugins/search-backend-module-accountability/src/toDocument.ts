import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  CheckStatus,
  ServiceStanding,
} from 'backstage-plugin-accountability-common';
import { ServiceFindings } from './readFindings';

/** A service as search indexes it; what is besides the text may be filtered by. */
export interface ScorecardDocument extends IndexableDocument {
  entityRef: string;
  /** Entity ref; empty where nobody owns it. */
  owner: string;
  state: ServiceStanding['state'];
  /** Levels reached, by name, each once. */
  levels: string[];
}

const words: Record<ServiceStanding['state'], string> = {
  good: 'Good',
  watch: 'Watch',
  'needs-work': 'Needs work',
  exempt: 'Exempt',
  unknown: 'Unknown',
  'no-checks': 'No checks',
};

const verbs: Record<CheckStatus, string> = {
  pass: 'passes',
  warn: 'warns',
  fail: 'fails',
  exempt: 'is exempt',
  unknown: 'is unknown',
  'not-applicable': 'does not apply',
};

/** The document of one service. */
export function toDocument(
  { entityRef, state }: ServiceStanding,
  findings: ServiceFindings,
): ScorecardDocument {
  const { title, owner, levels, notPassing } = findings;
  const lines = [
    `${words[state]}.`,
    owner === undefined ? 'Nobody owns it.' : `Owned by ${owner}.`,
    ...levels.map(
      ({ scorecard, level }) => `${scorecard}: ${level ?? 'no level'}.`,
    ),
    ...notPassing.map(check => `${check.title} ${verbs[check.status]}.`),
  ];
  return {
    title,
    text: lines.join('\n'),
    location: pageOf(entityRef),
    entityRef,
    owner: owner ?? '',
    state,
    levels: [...new Set(levels.flatMap(({ level }) => level ?? []))],
    authorization: { resourceRef: entityRef },
  };
}

/** The service's page, of a full entity ref. */
function pageOf(entityRef: string): string {
  const [, kind, namespace, name] =
    /^([^:]+):([^/]+)\/(.+)$/.exec(entityRef) ?? [];
  return `/catalog/${namespace}/${kind}/${name}/accountability`;
}
