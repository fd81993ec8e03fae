import { OwnerSpan } from 'backstage-plugin-accountability-common';
import { formatDate, useText } from '../../text';
import { EmptySentence, Section } from '../states';
import { ScrollBox } from '../table';
import { OwnerName } from './OwnerName';

/** Every owner of the service and the time in which they answered, newest first. */
export function OwnerSpans({ spans }: { spans: OwnerSpan[] }) {
  const t = useText();
  const sorted = [...spans].sort((a, b) => b.from - a.from);
  return (
    <Section title={t('spans.title')} sub={t('spans.sub')}>
      {sorted.length === 0 ? (
        <EmptySentence>{t('spans.empty')}</EmptySentence>
      ) : (
        <ScrollBox label={t('spans.title')}>
          <table className="acc-table" aria-label={t('spans.title')}>
            <thead>
              <tr>
                <th>{t('spans.owner')}</th>
                <th>{t('spans.from')}</th>
                <th>{t('spans.to')}</th>
                <th>{t('spans.origin')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(span => (
                <tr key={`${span.owner} ${span.from}`}>
                  <th scope="row">
                    <OwnerName owner={span.owner} />
                    {!span.resolves && (
                      <div className="acc-label">{t('owner.unresolved')}</div>
                    )}
                  </th>
                  <td>{formatDate(span.from)}</td>
                  <td>
                    {span.to === undefined
                      ? t('spans.today')
                      : formatDate(span.to)}
                  </td>
                  <td>{t(`spans.${span.origin}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </Section>
  );
}
