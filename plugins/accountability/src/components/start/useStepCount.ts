import {
  FirstStep,
  mostUnownedCounted,
} from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, Text, useText } from '../../text';

/** What there is of a step in a line; for one that is unknown, why. */
export function useStepCount(step: FirstStep): string {
  const t = useText();
  if (step.state === 'unknown') return step.because ?? '';
  return partsOf(step, t).filter(Boolean).join('; ');
}

function partsOf(step: FirstStep, t: Text): (string | false)[] {
  const { count = 0, of = 0, at, source } = step;
  const ofAll = { count, number: formatNumber(count), of: formatNumber(of) };
  const ofOne = { count, number: formatNumber(count) };
  switch (step.step) {
    case 'services':
      return [
        of === 0
          ? t('firstStepCount.noServices')
          : t('firstStepCount.services', ofAll),
      ];
    case 'source':
      return [
        t('firstStepCount.source', ofAll),
        at !== undefined &&
          t('firstStepCount.lastDelivery', {
            source: source ?? '',
            at: formatInstant(at),
          }),
      ];
    case 'records':
      return [
        of === 0
          ? t('firstStepCount.noServices')
          : t('firstStepCount.records', ofAll),
        unownedWords(step.unowned, t),
      ];
    case 'policy':
      return [
        step.state === 'done'
          ? t('firstStepCount.policyDone', ofOne)
          : t('firstStepCount.policyTodo', ofOne),
      ];
    case 'level':
      return [
        of === 0
          ? t('firstStepCount.noServices')
          : t('firstStepCount.level', ofAll),
      ];
    default:
      return [
        t('firstStepCount.gates', ofOne),
        at === undefined
          ? t('firstStepCount.neverAsked')
          : t('firstStepCount.lastAsked', { at: formatInstant(at) }),
      ];
  }
}

function unownedWords(unowned: number | undefined, t: Text): string | false {
  if (!unowned) return false;
  const number = formatNumber(unowned);
  return unowned >= mostUnownedCounted
    ? t('firstStepCount.unownedMost', { number })
    : t('firstStepCount.unowned', { count: unowned, number });
}
