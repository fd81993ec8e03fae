import { Ladder, MetricResponse } from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';

const goodWords = {
  lower: 'metric.goodLower',
  higher: 'metric.goodHigher',
} as const satisfies Record<Ladder['better'], string>;

const basisWords = {
  published: 'metric.basisPublished',
  derived: 'metric.basisDerived',
  convention: 'metric.basisConvention',
} as const satisfies Record<Ladder['basis'], string>;

/** Where a fact comes from, what is thought good of it, and how it can be made to look good. */
export function MetricMeaning({ metric }: { metric: MetricResponse }) {
  const t = useText();
  const { definition, ladder, gaming, current } = metric;
  const rung = (value: number) =>
    printQuantity(quantity(value, current.unit, t));
  return (
    <>
      <p className="acc-small">
        <span className="acc-muted">{t('metric.definition')}</span> {definition}
      </p>
      {ladder && (
        <p className="acc-small">
          <span className="acc-muted">{t('metric.good')}</span>{' '}
          {t(goodWords[ladder.better], {
            bronze: rung(ladder.bronze),
            silver: rung(ladder.silver),
            gold: rung(ladder.gold),
            basis: t(basisWords[ladder.basis]),
          })}
        </p>
      )}
      {gaming && (
        <p className="acc-small">
          <span className="acc-muted">{t('metric.gaming')}</span> {gaming}
        </p>
      )}
    </>
  );
}
