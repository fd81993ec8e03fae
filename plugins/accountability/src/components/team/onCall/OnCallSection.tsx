import { useApi } from '@backstage/frontend-plugin-api';
import { OnCallResponse } from 'backstage-plugin-accountability-common';
import { accountabilityApiRef } from '../../../api';
import { usePolled } from '../../../hooks';
import { formatDay, formatNumber, Text, useText } from '../../../text';
import { StatusMark } from '../../marks';
import { Answer, EmptySentence, Section } from '../../states';
import { totalOf } from './layoutBars';
import { OnCallChart } from './OnCallChart';
import { OnCallLegend } from './OnCallLegend';
import { OnCallNumbers } from './OnCallNumbers';
import { RotasTable } from './RotasTable';

/** Weeks change slowly. */
const REFRESH_MS = 60_000;

/** How often a team was called, week by week, against the healthy limit. */
export function OnCallSection({ groupRef }: { groupRef: string }) {
  const t = useText();
  const api = useApi(accountabilityApiRef);
  const onCall = usePolled(() => api.getOnCall(groupRef), {
    key: groupRef,
    everyMs: REFRESH_MS,
  });
  const { data } = onCall;
  return (
    <Section
      title={t('onCall.title')}
      sub={
        data?.status === 'known' &&
        t('onCall.sub', {
          count: data.weeks.length,
          weeks: String(data.weeks.length),
          number: formatNumber(pagesOf(data)),
          zone: data.zone,
        })
      }
    >
      <Answer polled={onCall} what={t('onCall.what')} boxes={[240]}>
        {answer =>
          answer.status === 'known' ? (
            <Known data={answer} />
          ) : (
            <div className="acc-stackSmall">
              <StatusMark status="unknown" />
              <EmptySentence>{answer.because}</EmptySentence>
            </div>
          )
        }
      </Answer>
    </Section>
  );
}

function Known({ data }: { data: OnCallResponse }) {
  const t = useText();
  const { weeks, zone, rotas, elsewhere, because } = data;
  const limit = limitOf(data, t);
  return (
    <>
      <OnCallChart
        weeks={weeks}
        zone={zone}
        limit={limit}
        label={sentence(data, limit?.perWeek, t)}
      />
      <OnCallNumbers weeks={weeks} zone={zone} />
      <OnCallLegend weeks={weeks} />
      {rotas.length > 0 ? (
        <RotasTable rotas={rotas} />
      ) : (
        <EmptySentence>{t('onCall.quiet')}</EmptySentence>
      )}
      {elsewhere > 0 && (
        <p className="acc-label">
          {t('onCall.elsewhere', {
            count: elsewhere,
            number: formatNumber(elsewhere),
          })}
        </p>
      )}
      <p className="acc-label">{because}.</p>
    </>
  );
}

function pagesOf({ weeks }: OnCallResponse): number {
  return weeks.reduce((sum, week) => sum + totalOf(week), 0);
}

/** The limit is one of a rota: a team of several may be called as many times as often. */
function limitOf({ limit, rotas }: OnCallResponse, t: Text) {
  if (!limit) return undefined;
  const count = Math.max(1, rotas.filter(({ group }) => group).length);
  const perWeek = limit.perWeek * count;
  const number = formatNumber(perWeek);
  return {
    perWeek,
    words:
      count === 1
        ? t('onCall.limit', { number })
        : t('onCall.limitRotas', {
            number,
            each: formatNumber(limit.perWeek),
            rotas: String(count),
          }),
  };
}

function sentence(
  { weeks, zone }: OnCallResponse,
  limit: number | undefined,
  t: Text,
): string {
  const totals = weeks.map(totalOf);
  const over = totals.filter(total => limit !== undefined && total > limit);
  return t('onCall.sentence', {
    count: weeks.length,
    weeks: String(weeks.length),
    from: weeks[0] ? formatDay(weeks[0].from, zone) : '',
    counts: totals.map(total => formatNumber(total)).join(', '),
    over: String(over.length),
    limit: limit === undefined ? '?' : formatNumber(limit),
  });
}
