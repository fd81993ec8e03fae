import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  AttributionWindowResponse,
  KnownLag,
} from 'backstage-plugin-accountability-common';
import { formatInstant, formatNumber, formatSpan, useText } from '../../text';
import { RecordPageLink } from '../links';
import { MethodWords } from '../record';
import { shortId, shortSha } from '../timeline/recordName';

const STEP = 10;

/** Every known cause with how long it took to show, newest first, a few at a time. */
export function LagTable({ data }: { data: AttributionWindowResponse }) {
  const t = useText();
  const { lags, totalLags, service } = data;
  const [shown, setShown] = useState(STEP);
  return (
    <>
      <div className="acc-scroll">
        <table className="acc-table" aria-label={t('window.causes')}>
          <thead>
            <tr>
              <th>{t('window.began')}</th>
              <th>{t('record.incident')}</th>
              <th>{t('record.deployment')}</th>
              <th>{t('window.method')}</th>
              <th className="acc-right">{t('window.after')}</th>
            </tr>
          </thead>
          <tbody>
            {lags.slice(0, shown).map(lag => (
              <Row key={lag.incident} lag={lag} entityRef={service.entityRef} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="acc-label">
        {t('window.shown', {
          shown: formatNumber(Math.min(shown, lags.length)),
          all: formatNumber(totalLags),
        })}
      </p>
      {shown < lags.length && (
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

function Row(props: { lag: KnownLag; entityRef: string }) {
  const { lag, entityRef } = props;
  const { incident, cause, version, sha } = lag;
  const link = (kind: string, id: string, name = shortId(id)) => (
    <RecordPageLink entityRef={entityRef} record={{ kind, id }}>
      {name}
    </RecordPageLink>
  );
  return (
    <tr>
      <td className="acc-nowrap">{formatInstant(lag.at)}</td>
      <th scope="row">{link('incident', incident)}</th>
      <td>{link('deployment', cause, version ?? (sha && shortSha(sha)))}</td>
      <td>
        <MethodWords method={lag.method} />
      </td>
      <td className="acc-right acc-nowrap acc-strong">
        {formatSpan(lag.lagMs)}
      </td>
    </tr>
  );
}
