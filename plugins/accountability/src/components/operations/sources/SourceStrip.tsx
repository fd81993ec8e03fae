import { Box } from '@backstage/ui';
import {
  SourcesResponse,
  VerdictStatus,
} from 'backstage-plugin-accountability-common';
import { formatNumber, formatSpan, useText } from '../../../text';
import {
  allDeliveriesOf,
  deliveriesOf,
  needsPerson,
  sourceState,
} from './sourceState';

const named: VerdictStatus[] = [
  'accepted',
  'ignored',
  'unsupported',
  'rejected',
];

/** Sources and assessment in three numbers. */
export function SourceStrip(props: { data: SourcesResponse; now: number }) {
  const t = useText();
  return (
    <Box
      as="section"
      bg="neutral"
      className="acc-card acc-strip"
      aria-label={t('sourceStrip.region')}
    >
      <SourcesPart data={props.data} />
      <DeliveriesPart data={props.data} />
      <QueuePart queue={props.data.queue} now={props.now} />
    </Box>
  );
}

function Part(props: { label: string; value: string; basis?: string }) {
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{props.label}</span>
      <span className="acc-stripValue acc-owner acc-strong">{props.value}</span>
      {props.basis && <span className="acc-label">{props.basis}</span>}
    </div>
  );
}

function SourcesPart({ data }: { data: SourcesResponse }) {
  const t = useText();
  const states = data.sources.map(sourceState);
  const delivering = states.filter(state => state !== 'ready').length;
  const ready = states.length - delivering;
  const needing = states.filter(needsPerson).length;
  const values = {
    number: formatNumber(needing),
    total: formatNumber(delivering),
  };
  const trouble =
    needing === 1
      ? t('sourceStrip.needOne', values)
      : t('sourceStrip.needMany', values);
  const calm =
    delivering === 0 ? t('sourceStrip.noneYet') : t('sourceStrip.noneNeeds');
  const readyWords =
    delivering === 0
      ? t('sourceStrip.readyOnly', { number: formatNumber(ready) })
      : t('sourceStrip.ready', { number: formatNumber(ready) });
  return (
    <Part
      label={t('sourceStrip.sources')}
      value={needing > 0 ? trouble : calm}
      basis={[
        ...(needing === 0 && delivering > 0
          ? [t('sourceStrip.delivering', { number: formatNumber(delivering) })]
          : []),
        ...(ready > 0 ? [readyWords] : []),
      ].join(', ')}
    />
  );
}

function DeliveriesPart({ data }: { data: SourcesResponse }) {
  const t = useText();
  const sum = (count: (source: SourcesResponse['sources'][number]) => number) =>
    data.sources.reduce((total, source) => total + count(source), 0);
  const parts = named
    .map(status => ({
      status,
      count: sum(source => deliveriesOf(source, status)),
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) =>
      t(`verdictCount.${status}`, { number: formatNumber(count) }),
    );
  return (
    <Part
      label={t('sourceStrip.deliveries')}
      value={formatNumber(sum(allDeliveriesOf))}
      basis={parts.join(', ')}
    />
  );
}

function QueuePart(props: { queue: SourcesResponse['queue']; now: number }) {
  const t = useText();
  const { due, oldestDueAt } = props.queue;
  const waited = Math.max(0, props.now - (oldestDueAt ?? props.now));
  return (
    <Part
      label={t('operations.queue')}
      value={
        due === 0
          ? t('operations.queueEmpty')
          : t('operations.queueDue', { count: due })
      }
      basis={
        due > 0 && oldestDueAt !== undefined
          ? t('operations.queueOldest', { age: formatSpan(waited) })
          : undefined
      }
    />
  );
}
