import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';

/** A link to the record at its source, where the source gave one. */
export function RecordLink({ record }: { record: ServiceRecord }) {
  const t = useText();
  if (!record.url) return null;
  return (
    <p style={{ marginTop: 10 }}>
      <a
        className="acc-link"
        href={record.url}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('popover.open')}
      </a>
    </p>
  );
}
