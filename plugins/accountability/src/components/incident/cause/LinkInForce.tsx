import { IncidentResponse } from 'backstage-plugin-accountability-common';
import {
  formatInstant,
  formatNumber,
  formatSpan,
  useText,
} from '../../../text';
import { causeName } from '../../record';
import { linkSpans } from './linkSpans';

/** Shorter than that, both ends would be the same minute. */
const BRIEF = 60_000;

/** Since when the link in force stands, and what stood before it, until when. */
export function LinkInForce({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { since, before } = linkSpans(data);
  if (!data.attribution) return null;
  const decided = data.attribution.decision !== undefined;
  const stands = since !== undefined && {
    at: formatInstant(since),
  };
  return (
    <p className="acc-small acc-under1">
      {stands && t(decided ? 'history.decided' : 'history.inForce', stands)}{' '}
      {before ? <Before data={data} before={before} /> : t('history.first')}
    </p>
  );
}

function Before(props: {
  data: IncidentResponse;
  before: NonNullable<ReturnType<typeof linkSpans>['before']>;
}) {
  const t = useText();
  const { data, before } = props;
  const { attribution, decidedAt, supersededAt } = before;
  const { method, confidence } = attribution;
  const cause = causeName(attribution, { records: data.records, t });
  const what = cause
    ? t('history.wasCause', {
        cause,
        method: t(`popover.methods.${method}`),
        confidence: formatNumber(confidence, 2),
      })
    : t('history.wasNone');
  const lasted = supersededAt - decidedAt;
  const until = formatInstant(supersededAt);
  return (
    <>
      {lasted < BRIEF
        ? t('history.beforeBrief', { what, span: formatSpan(lasted), until })
        : t('history.before', { what, from: formatInstant(decidedAt), until })}
    </>
  );
}
