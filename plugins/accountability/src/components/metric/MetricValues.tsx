import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  MetricResponse,
  MetricValue,
} from 'backstage-plugin-accountability-common';
import {
  formatInstant,
  formatNumber,
  printQuantity,
  quantity,
  useText,
} from '../../text';
import { EmptySentence } from '../states';
import { shortId } from '../timeline/recordName';
import { ValueRecord } from './ValueRecord';

const STEP = 20;

/** Every single value and the record it is of, newest first, a few at a time. */
export function MetricValues(props: {
  entityRef: string;
  metric: MetricResponse;
  at?: number;
}) {
  const t = useText();
  const { entityRef, metric, at } = props;
  const { values, current } = metric;
  const [shown, setShown] = useState(STEP);
  if (values.length === 0) {
    return <EmptySentence>{t('metric.noValues')}</EmptySentence>;
  }
  return (
    <>
      <div className="acc-scroll">
        <table className="acc-table" aria-label={t('metric.values')}>
          <thead>
            <tr>
              <th>{t('evidence.when')}</th>
              <th>{t('evidence.what')}</th>
              <th className="acc-right">{t('facts.value')}</th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, shown).map((value, place) => (
              <Row
                key={`${value.record} ${place}`}
                value={value}
                entityRef={entityRef}
                at={at}
                printed={printQuantity(quantity(value.value, current.unit, t))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="acc-label">
        {t('metric.shown', {
          shown: formatNumber(Math.min(shown, values.length)),
          all: formatNumber(values.length),
        })}
      </p>
      {shown < values.length && (
        <Button
          variant="secondary"
          onPress={() => setShown(count => count + STEP * 5)}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Row(props: {
  value: MetricValue;
  printed: string;
  entityRef: string;
  at?: number;
}) {
  const t = useText();
  const { value, printed, entityRef, at } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td className="acc-nowrap">{formatInstant(value.at)}</td>
        <th scope="row">
          <button
            type="button"
            className="acc-link acc-textButton"
            aria-expanded={open}
            aria-label={t('metric.openRecord', { record: value.record })}
            onClick={() => setOpen(old => !old)}
          >
            {shortId(value.record)}
          </button>
        </th>
        <td className="acc-right acc-nowrap acc-strong">{printed}</td>
      </tr>
      {open && (
        <tr>
          <td colSpan={3}>
            <ValueRecord entityRef={entityRef} record={value.record} at={at} />
          </td>
        </tr>
      )}
    </>
  );
}
