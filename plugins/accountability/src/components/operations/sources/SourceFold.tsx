import { SourceHealth } from 'backstage-plugin-accountability-common';
import { ScrollBox } from '../../table';
import { PollingTable } from './PollingTable';
import { TroublesTable } from './TroublesTable';

/** What can be opened below a source. */
export type SourceFoldName = 'troubles' | 'polling';

/** What is folded behind a count of a source, once it is opened. */
export function SourceFold(props: {
  id: string;
  name: SourceFoldName;
  source: SourceHealth;
  now: number;
}) {
  const { id, name, source, now } = props;
  return (
    <ScrollBox id={id} label={source.source}>
      {name === 'polling' ? (
        <PollingTable source={source} now={now} />
      ) : (
        <TroublesTable source={source} />
      )}
    </ScrollBox>
  );
}
