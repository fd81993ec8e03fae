import { z } from 'zod';
import { formatDay } from '../time';
import { annotationsOf } from './annotationsOf';
import { ServiceInput } from './defineFact';
import { DatedReport, sumOf } from './newestReports';
import { counted } from './wording';

/** The annotation by which an entity names where its SLOs are written. */
export const sloAnnotation = 'accountability.io/slo';

const address = z.url({ protocol: /^https?$/ });

/** Whether a service has an SLO, and where that is said or what is missing, in words. */
export function sloDeclared(
  service: Pick<ServiceInput, 'entity'>,
  newest: readonly DatedReport[],
): { isDeclared: boolean; words: string } {
  const named = annotationsOf(service).get(sloAnnotation);
  if (named !== undefined && address.safeParse(named).success) {
    return { isDeclared: true, words: `the annotation ${sloAnnotation}` };
  }
  const telling = newest.filter(one => sumOf([one], 'objectives') > 0);
  const last = telling.at(-1);
  if (last) {
    return {
      isDeclared: true,
      words: `${counted(telling.length, 'report')}, the last of ${formatDay(
        last.at,
      )}`,
    };
  }
  return {
    isDeclared: false,
    words:
      named === undefined
        ? `No SLO is declared: the entity has no annotation ${sloAnnotation}`
        : `No SLO is declared: the annotation ${sloAnnotation} is no http or https address`,
  };
}
