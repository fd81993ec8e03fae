import { Benchmark } from 'backstage-plugin-accountability-common';
import { useText } from '../../text';
import { SourceLink } from '../links';

/** Which answer of a published survey the value falls into: to be read beside it, never a judgement. */
export function BenchmarkList({ benchmarks }: { benchmarks: Benchmark[] }) {
  const t = useText();
  if (benchmarks.length === 0) return null;
  return (
    <section aria-label={t('metric.benchmarks')}>
      <h3 className="acc-subhead">{t('metric.benchmarks')}</h3>
      <ul className="acc-small">
        {benchmarks.map(({ edition, answer, source }) => (
          <li key={edition}>
            {t('metric.answer', { edition, answer })}{' '}
            {source.startsWith('https://') ? (
              <SourceLink url={source}>{t('metric.source')}</SourceLink>
            ) : (
              <span className="acc-muted">{source}</span>
            )}
          </li>
        ))}
      </ul>
      <p className="acc-label">{t('metric.noJudgement')}</p>
    </section>
  );
}
