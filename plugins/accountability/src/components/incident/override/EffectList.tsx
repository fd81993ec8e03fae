import { Fragment } from 'react';
import {
  Attribution,
  CauseResponse,
  IncidentResponse,
} from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../../text';
import { causeName } from '../../record';
import { refName } from '../../reading';

/** What a decision would change, before and after; nothing is saved while it is looked at. */
export function EffectList(props: {
  data: IncidentResponse;
  effect: CauseResponse;
}) {
  const t = useText();
  const { data, effect } = props;
  const rows = useRows(data, effect);
  return (
    <section className="acc-effect" aria-label={t('effect.title')}>
      <p className="acc-label">{t('effect.title')}</p>
      <dl className="acc-facts acc-small">
        {rows.map(({ what, before, after }) => (
          <Fragment key={what}>
            <dt>{what}</dt>
            <dd>
              {before === after ? (
                t('effect.same', { value: after })
              ) : (
                <>
                  {before}{' '}
                  <span role="img" aria-label={t('effect.becomes')}>
                    →
                  </span>{' '}
                  <span className="acc-strong">{after}</span>
                </>
              )}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function useRows(data: IncidentResponse, effect: CauseResponse) {
  const t = useText();
  const { before, after } = effect;
  const cause = (link?: Attribution) =>
    causeName(link, { records: data.records, t }) ?? t('effect.noCause');
  const service = (link?: Attribution) => {
    if (link?.causeHidden) return t('effect.hidden');
    return link?.cause
      ? refName(link.causeService ?? data.service.entityRef)
      : t('effect.nobody');
  };
  const owner = (link?: Attribution) => {
    if (link?.causeHidden) return t('effect.hidden');
    if (!link?.cause) return t('effect.nobody');
    return link.causeOwner?.status === 'known'
      ? refName(link.causeOwner.owner)
      : t('effect.ownerUnknown');
  };
  const method = (link?: Attribution) =>
    t(`popover.methods.${link?.method ?? 'none'}`);
  const rate = (value?: number) =>
    value === undefined
      ? t('checks.unknownValue')
      : printQuantity(quantity(value, 'ratio', t));
  const links = [
    { what: t('incident.cause'), of: cause },
    { what: t('popover.method'), of: method },
    { what: t('effect.service'), of: service },
    { what: t('popover.charged'), of: owner },
  ];
  const rates = effect.changeFailRate.map(each => ({
    what: t('effect.failRate', { service: refName(each.service) }),
    before: rate(each.before),
    after: rate(each.after),
  }));
  const rows: { what: string; before: string; after: string }[] = [
    ...links.map(({ what, of }) => ({
      what,
      before: of(before),
      after: of(after),
    })),
    ...rates,
  ];
  return rows;
}
