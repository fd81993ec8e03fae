import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { formatInstant, useText } from '../../../text';
import { ageWords } from '../sources/spanWords';

/** When a list was made and loaded; of packages and repositories, when any was last read. */
export function ReferenceAge(props: {
  reference: ReferenceHealth;
  now: number;
}) {
  const t = useText();
  const { asOf, loadedAt } = props.reference;
  if (loadedAt === undefined) return null;
  const age = ageWords(t, loadedAt, props.now);
  if (asOf === undefined) return <>{t('references.looked', { age })}</>;
  return (
    <>
      {formatInstant(asOf)}
      <div className="acc-label">{t('references.loaded', { age })}</div>
    </>
  );
}
