import { ReferenceHealth } from 'backstage-plugin-accountability-common';
import { useText } from '../../../text';
import { CellLabel } from '../sources/CellLabel';
import { SourceNotes } from '../sources/SourceNotes';
import { ReferenceAge } from './ReferenceAge';
import { ReferenceCounts } from './ReferenceCounts';
import { ReferenceMark } from './ReferenceMark';
import { useReferenceNotes } from './useReferenceNotes';

/** One thing that is looked up outside: its state, how much is known and as of when; below it what to do. */
export function ReferenceRow(props: {
  reference: ReferenceHealth;
  now: number;
}) {
  const t = useText();
  const { reference, now } = props;
  const notes = useReferenceNotes(reference, now);
  return (
    <tbody>
      <tr>
        <td className="acc-cellState">
          <ReferenceMark reference={reference} now={now} />
        </td>
        <th scope="row" className="acc-cellName">
          {t(`referenceName.${reference.id}`)}
        </th>
        <td className="acc-cellCounts">
          {reference.state !== 'off' && (
            <>
              <CellLabel>{t('references.entries')}</CellLabel>
              <ReferenceCounts reference={reference} />
            </>
          )}
        </td>
        <td className="acc-cellLast">
          {reference.loadedAt !== undefined && (
            <>
              <CellLabel>{t('references.asOf')}</CellLabel>
              <ReferenceAge reference={reference} now={now} />
            </>
          )}
        </td>
      </tr>
      {notes.length > 0 && (
        <tr className="acc-belowRow">
          <td />
          <td colSpan={3}>
            <SourceNotes notes={notes} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
