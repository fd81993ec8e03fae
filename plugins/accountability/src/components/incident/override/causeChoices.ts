import { IncidentResponse } from 'backstage-plugin-accountability-common';
import { formatSpan, Text } from '../../../text';
import { nameById } from '../../record';
import { refName } from '../../reading';

/** A deployment that may be named as the cause. */
export interface CauseChoice {
  record: string;
  name: string;
  /** Why it is on the list. */
  about: string;
}

/** What can be chosen at once: what is in force or what the rule found, then the candidates. */
export function causeChoices(data: IncidentResponse, t: Text): CauseChoice[] {
  const { attribution, history, decisions, service } = data;
  const name = nameById(data.records);
  const named = (record: string, of?: string) =>
    t('override.of', {
      deployment: name(record),
      service: refName(of ?? service.entityRef),
    });
  const rule = history.find(({ attribution: link }) => !link.decision);
  const byPerson = attribution?.decision !== undefined;
  const inForce = byPerson ? t('override.decided') : t('override.found');
  const choices: (CauseChoice | false | '' | undefined)[] = [
    attribution?.cause && {
      record: attribution.cause,
      name: named(attribution.cause, attribution.causeService),
      about: inForce,
    },
    byPerson &&
      rule?.attribution.cause && {
        record: rule.attribution.cause,
        name: named(rule.attribution.cause, rule.attribution.causeService),
        about: t('override.foundBefore'),
      },
    ...(attribution?.candidates ?? []).map(
      ({ record, service: of, lagMs }) => ({
        record,
        name: named(record, of),
        about: t('override.candidate', { lag: formatSpan(lagMs) }),
      }),
    ),
    ...decisions.map(
      ({ cause }) =>
        cause && {
          record: cause,
          name: name(cause),
          about: t('override.once'),
        },
    ),
  ];
  const seen = new Set<string>();
  return choices.filter((choice): choice is CauseChoice => {
    if (!choice || seen.has(choice.record)) return false;
    seen.add(choice.record);
    return true;
  });
}
