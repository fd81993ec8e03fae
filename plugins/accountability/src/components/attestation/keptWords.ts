import { AttestationResponse } from 'backstage-plugin-accountability-common';
import { Text } from '../../text';
import { refName } from '../reading';

/** What was just kept, and what is to be done next, as one sentence. */
export function keptWords(t: Text, answer: AttestationResponse): string {
  const { service, entries } = answer;
  const [entry] = entries;
  if (!entry) return '';
  const values = { service: service.title, group: refName(entry.owner) };
  return entry.verdict === 'confirmed'
    ? t('attestation.keptConfirmed', values)
    : t('attestation.keptRejected', values);
}
