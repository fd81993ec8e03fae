import { SourceHealth } from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, useText } from '../../../text';
import { StateWord } from '../../marks';
import { needsPerson, shapeOf, sourceState } from './sourceState';

/** The state of a source: shape and word, in colour only where a person is needed; below it what decides. */
export function StateMark({ source }: { source: SourceHealth }) {
  const t = useText();
  const state = sourceState(source);
  return (
    <>
      <StateWord shape={shapeOf(state)} calm={!needsPerson(state)}>
        {t(`sourceState.${state}`)}
      </StateWord>
      <DecidingFact source={source} />
    </>
  );
}

function DecidingFact({ source }: { source: SourceHealth }) {
  const text = useDecidingFact(source);
  return text ? <div className="acc-label">{text}</div> : null;
}

function useDecidingFact(source: SourceHealth): string | undefined {
  const t = useText();
  const state = sourceState(source);
  switch (state) {
    case 'stuck': {
      const count = source.waiting?.deliveries ?? 0;
      return t('sourceFact.stuck', { count, number: formatNumber(count) });
    }
    case 'quiet':
      return t('sourceFact.quiet', {
        at: formatInstant(source.gap?.since ?? 0),
      });
    case 'refused':
    case 'some-refused':
      return source.refused > 0
        ? t('sourceFact.refused', { number: formatNumber(source.refused) })
        : undefined;
    case 'polling':
      return t('sourceFact.polling', countSubjects(source));
    case 'idle':
      return t('sourceFact.idle');
    case 'off':
      return t('sourceFact.off');
    default:
      return undefined;
  }
}

function countSubjects({ polling = [] }: SourceHealth) {
  const failing = polling.reduce((sum, each) => sum + each.failing, 0);
  const subjects = polling.reduce((sum, each) => sum + each.subjects, 0);
  return { failing: formatNumber(failing), subjects: formatNumber(subjects) };
}
