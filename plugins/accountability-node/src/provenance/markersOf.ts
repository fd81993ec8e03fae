import { ProvenanceMarker } from './ProvenanceMarker';

type Given = Pick<ProvenanceMarker, 'tool' | 'source'> & {
  /** Begins the ids. */
  id: string;
  /** Its addresses and accounts, as author, committer or co-author. */
  identities?: string[];
  level?: ProvenanceMarker['level'];
  role?: ProvenanceMarker['role'];
  /** Other places. */
  more?: (Pick<ProvenanceMarker, 'channel' | 'match'> &
    Partial<ProvenanceMarker>)[];
};

/** The markers of one tool. */
export function markersOf(given: Given): ProvenanceMarker[] {
  const { id, tool, source, identities, level = 'declared' } = given;
  const { role = 'author', more = [] } = given;
  const base = { tool, source, level, role };
  const own = (['author', 'committer', 'co-author'] as const).flatMap(channel =>
    identities
      ? [{ ...base, id: `${id}.${channel}`, channel, match: identities }]
      : [],
  );
  const others = more.map((one, index) => ({
    ...base,
    id: `${id}.${one.channel}${index > 0 ? `-${index + 1}` : ''}`,
    ...one,
  }));
  return [...own, ...others];
}
