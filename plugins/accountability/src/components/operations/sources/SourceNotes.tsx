import { useText } from '../../../text';
import { StatusIcon } from '../../marks';
import { SourceNote } from './useSourceNotes';

/** What needs a person at one source, each with what to do. */
export function SourceNotes({ notes }: { notes: SourceNote[] }) {
  const t = useText();
  return (
    <ul className="acc-sourceNotes acc-small">
      {notes.map(({ id, shape, what, todo }) => (
        <li key={id}>
          <StatusIcon status={shape} />
          <div>
            <p>{what}</p>
            <p>
              <span className="acc-strong">{t('sources.doNext')}</span> {todo}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
