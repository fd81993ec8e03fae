import { Button } from '@backstage/ui';
import { formatInstant, useText } from '../../text';

/** Says that the page speaks of a past instant, and leads back to now. */
export function PastNote(props: { at?: number; onNow(): void }) {
  const t = useText();
  const { at, onNow } = props;
  if (at === undefined) return null;
  return (
    <div className="acc-note acc-message" role="status">
      <span>{t('incident.past', { at: formatInstant(at) })}</span>
      <Button size="small" variant="secondary" onPress={onNow}>
        {t('asOf.now')}
      </Button>
    </div>
  );
}
