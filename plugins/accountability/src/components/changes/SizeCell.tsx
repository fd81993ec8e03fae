import { ServiceChange } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../text';

/** Lines, files, and whether tests are touched, which is asked of source code alone and unknown where its files are. */
export function SizeCell({ change }: { change: ServiceChange }) {
  const t = useText();
  const { lines, files } = change;
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
      <div className="acc-label">{t(`changes.${testsIn(change)}`)}</div>
    </>
  );
}

/** Which files are of source is known where lines were counted without what is generated. */
function testsIn({ lines, tests }: ServiceChange) {
  if (tests !== undefined) return tests ? 'tests' : 'noTests';
  return lines && !lines.whole ? 'noSource' : 'testsUnknown';
}
