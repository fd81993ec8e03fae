import { ServiceChange } from 'backstage-plugin-accountability-common';
import { formatDate, Text } from '../../text';
import { shortId, shortSha } from '../timeline/recordName';

/** For so long after its merge it is looked for changes that mend it. */
const REWORK_MS = 21 * 86_400_000;

/** What became of a change, in words; its deployment and its incidents are links elsewhere. */
export interface OutcomeWords {
  striking: string[];
  ordinary: string[];
  /** What is not known. */
  unknown: string[];
}

/** Sorts what became of a change by how much a reader needs it. */
export function outcomeOf(
  change: ServiceChange,
  { asOf, t }: { asOf: number; t: Text },
): OutcomeWords {
  const { reworked, bypassed, reverts, deployment, incidents } = change;
  const { incidentsHidden = 0, hidden = [] } = change;
  const words: OutcomeWords = { striking: [], ordinary: [], unknown: [] };
  const { striking, ordinary, unknown } = words;

  if (!deployment) {
    unknown.push(t('changeUnknown.production'), t('changeUnknown.incidents'));
  } else if (incidents.length + incidentsHidden === 0) {
    ordinary.push(t('changes.notCharged'));
  }
  if (incidentsHidden > 0) {
    striking.push(t('changes.chargedHidden', { count: incidentsHidden }));
  }

  if (reworked === undefined) unknown.push(reworkUnknown(change, { asOf, t }));
  else if (reworked) striking.push(t('changes.reworked'));
  else ordinary.push(t('changes.notReworked'));

  if (reverts) {
    const what = reverts.includes(':') ? shortId(reverts) : shortSha(reverts);
    striking.push(t('contents.reverts', { what }));
  } else if (hidden.includes('reverts')) {
    striking.push(t('contents.revertsHidden'));
  }

  if (!bypassed) unknown.push(t('changeUnknown.bypassed'));
  else if (bypassed.length === 0) ordinary.push(t('changes.notBypassed'));
  else striking.push(t('changes.bypassed', { rules: bypassed.join(', ') }));
  return words;
}

/** While its 21 days last it is said when they end. */
function reworkUnknown(
  { mergedAt }: ServiceChange,
  { asOf, t }: { asOf: number; t: Text },
): string {
  const end = mergedAt + REWORK_MS;
  return asOf > end
    ? t('changeUnknown.rework')
    : t('changeUnknown.reworkEarly', { date: formatDate(end) });
}
