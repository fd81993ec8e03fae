import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { formatNumber, useText } from '../../../text';

/** How much is known, then what is absent, fails or waits. */
export function ReferenceCounts(props: { reference: ReferenceHealth }) {
  const t = useText();
  const { id, state, entries, absent = 0, failing = 0 } = props.reference;
  const { waiting = 0 } = props.reference;
  if (state === 'off') return null;
  const rest = [
    ...(absent > 0
      ? [
          id === 'packages'
            ? t('references.absentPackages', { number: formatNumber(absent) })
            : t('references.absentFiles', { number: formatNumber(absent) }),
        ]
      : []),
    ...(failing > 0
      ? [t('references.failing', { number: formatNumber(failing) })]
      : []),
    ...(waiting > 0
      ? [t('references.waiting', { number: formatNumber(waiting) })]
      : []),
  ];
  return (
    <>
      {entries === undefined || state === 'waiting' ? (
        <span className="acc-muted">{t('references.nothing')}</span>
      ) : (
        <span className="acc-strong">
          {t(`referenceEntries.${id}`, {
            count: entries,
            number: formatNumber(entries),
          })}
        </span>
      )}
      {rest.map(words => (
        <div key={words} className="acc-label">
          {words}
        </div>
      ))}
    </>
  );
}
