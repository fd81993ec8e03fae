import { ServiceChange } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';

/** Lines, files, and whether tests are touched. */
export function SizeCell({ change }: { change: ServiceChange }) {
  const t = useText();
  const { lines, files, tests } = change;
  const more = [
    files === undefined
      ? t('changes.filesUnknown')
      : t('contents.files', { count: files }),
    lines?.whole && t('changes.whole'),
  ].filter(Boolean);
  return (
    <>
      <span className="acc-nowrap">
        {lines
          ? t('changes.lines', {
              count: lines.count,
              number: formatNumber(lines.count),
            })
          : t('changes.linesUnknown')}
      </span>
      <div className="acc-label">{more.join(', ')}</div>
      <div className="acc-label">
        {tests === undefined && t('changes.testsUnknown')}
        {tests === true && t('changes.tests')}
        {tests === false && t('changes.noTests')}
      </div>
    </>
  );
}
