import { ServiceRecord } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { SourceLink, useRecordPage } from '../../links';
import { Link } from 'react-router-dom';

/** Where a record can be looked at: its page here, and its source where that gave an address. */
export function RecordLink(props: {
  entityRef: string;
  record: ServiceRecord;
}) {
  const t = useText();
  const { entityRef, record } = props;
  const page = useRecordPage()(entityRef, record);
  if (!page && !record.url) return null;
  return (
    <p className="acc-links" style={{ marginTop: 10 }}>
      {page && (
        <Link className="acc-link" to={page}>
          {record.kind === 'incident'
            ? t('popover.openIncident')
            : t('popover.openDeployment')}
        </Link>
      )}
      {record.url && (
        <SourceLink url={record.url}>{t('popover.open')}</SourceLink>
      )}
    </p>
  );
}
