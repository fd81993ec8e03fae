import { Box } from '@backstage/ui';
import { IncidentResponse } from 'backstage-plugin-accountability-common';
import {
  duration,
  formatSpan,
  formatNear,
  formatTime,
  useText,
} from '../../text';
import { StripPart } from '../record';
import { shortId } from '../timeline/recordName';
import { CausePart } from './CausePart';

const quantityOf = (ms: number) => duration(Math.round(ms / 1000));

/** The incident in three spans and a cause. */
export function IncidentStrip(props: { data: IncidentResponse; now: number }) {
  const t = useText();
  const { data, now } = props;
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('incident.strip')}
    >
      <SeenPart data={data} />
      <RestoredPart data={data} now={now} />
      <AnsweredPart data={data} />
      <CausePart data={data} />
    </Box>
  );
}

/** Where impact and opening are one instant, nobody told when the impact began. */
function SeenPart({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { startedAt, detectedBy } = data.incident;
  const opened = openedAt(data);
  const told = opened > startedAt;
  const values = {
    impact: formatTime(startedAt),
    opened: formatNear(opened, startedAt),
  };
  return (
    <StripPart
      label={t('incident.seen')}
      value={told ? quantityOf(opened - startedAt) : t('incident.notKnown')}
    >
      {told
        ? t('incident.seenBasis', values)
        : t('incident.seenUnknown', values)}
      {detectedBy && `; ${t(`detectedBy.${detectedBy}`)}`}
    </StripPart>
  );
}

function RestoredPart(props: { data: IncidentResponse; now: number }) {
  const t = useText();
  const { incident } = props.data;
  const { startedAt, endedAt, episodes } = incident;
  if (endedAt === undefined) {
    return (
      <StripPart label={t('incident.restored')} value={t('incident.notYet')}>
        {t('incident.goingFor', {
          span: formatSpan(Math.max(0, props.now - startedAt)),
        })}
      </StripPart>
    );
  }
  const open = episodes.reduce(
    (sum, each) => sum + (each.to ?? endedAt) - each.from,
    0,
  );
  return (
    <StripPart
      label={t('incident.restored')}
      value={quantityOf(endedAt - startedAt)}
    >
      {episodes.length > 1
        ? t('incident.reopened', {
            count: episodes.length - 1,
            at: formatNear(endedAt, startedAt),
            open: formatSpan(open),
          })
        : t('incident.restoredAt', { at: formatNear(endedAt, startedAt) })}
    </StripPart>
  );
}

function AnsweredPart({ data }: { data: IncidentResponse }) {
  const t = useText();
  const { acknowledgedAt, endedAt, startedAt, responses = [] } = data.incident;
  const first = responses.find(({ step }) => step === 'acknowledged');
  const opened = openedAt(data);
  if (acknowledgedAt === undefined) {
    const ended = endedAt !== undefined;
    return (
      <StripPart
        label={t('incident.answered')}
        value={ended ? t('incident.notKnown') : t('incident.notYet')}
      >
        {t('incident.answeredUnknown')}
      </StripPart>
    );
  }
  return (
    <StripPart
      label={t('incident.answered')}
      value={quantityOf(Math.max(0, acknowledgedAt - opened))}
    >
      {t('incident.answeredAt', { at: formatNear(acknowledgedAt, startedAt) })}
      {first?.team &&
        `; ${t('incident.answeredBy', { rota: shortId(first.team) })}`}
    </StripPart>
  );
}

function openedAt({ incident }: IncidentResponse): number {
  return incident.episodes[0]?.from ?? incident.startedAt;
}
