import { Box } from '@backstage/ui';
import { SourcesResponse } from 'backstage-plugin-accountability-common';
import { formatSpan, useText } from '../../text';

/** Services that wait for assessment, and how long the first of them has. */
export function QueueStrip(props: {
  queue: SourcesResponse['queue'];
  now: number;
}) {
  const t = useText();
  const { due, oldestDueAt } = props.queue;
  const waited = Math.max(0, props.now - (oldestDueAt ?? props.now));
  return (
    <Box as="section" bg="neutral" className="acc-card acc-strip">
      <div className="acc-stripPart">
        <span className="acc-label">{t('operations.queue')}</span>
        <span className="acc-stripValue acc-owner acc-strong">
          {due === 0
            ? t('operations.queueEmpty')
            : t('operations.queueDue', { count: due })}
        </span>
        {due > 0 && oldestDueAt !== undefined && (
          <span className="acc-label">
            {t('operations.queueOldest', { age: formatSpan(waited) })}
          </span>
        )}
      </div>
    </Box>
  );
}
