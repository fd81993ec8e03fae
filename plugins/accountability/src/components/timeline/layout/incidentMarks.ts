import {
  Attribution,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { cutText, textWidth } from '../../../text';
import { isMerged } from '../../reading';
import { recordName } from '../recordName';
import { TimeScale } from './scale';
import { IncidentMark } from './types';

const MIN_LENGTH = 8;

/** Height that the longest incident of a window takes, px. */
export const MAX_INCIDENT = 56;

/** Room of an incident's name beside its bar, px. */
export const NAME_ROOM = 120;

/** From the middle of a bar to its label, and from a label to what follows, px. */
const GAPS = 9 + 8;

/** What an incident is told by. */
export type IncidentWords = Pick<IncidentMark, 'record' | 'minutes'>;

/** Bars that hang from the line of incidents: length is minutes to restore, an open one is measured to the window's end. */
export function incidentMarks(
  incidents: IncidentRecord[],
  input: {
    attributions: Attribution[];
    scale: TimeScale;
    line: number;
    /** What stands below the name of an incident. */
    wordsOf(mark: IncidentWords): string;
  },
): IncidentMark[] {
  const { attributions, scale, line } = input;
  const counted = incidents
    .filter(record => !isMerged(record))
    .sort((a, b) => a.startedAt - b.startedAt);
  const lasted = (record: IncidentRecord) =>
    Math.max(0, (record.endedAt ?? scale.to) - record.startedAt) / 60_000;
  const longest = Math.max(1, ...counted.map(lasted));
  const marks = counted.map(record => ({
    id: record.id,
    record,
    attribution: attributions.find(({ incident }) => incident === record.id),
    x: scale.x(record.startedAt),
    y: line,
    length: Math.max(MIN_LENGTH, (lasted(record) / longest) * MAX_INCIDENT),
    minutes: record.endedAt === undefined ? undefined : lasted(record),
  }));
  return withLabels(
    marks.map(mark => ({ ...mark, words: input.wordsOf(mark) })),
    scale,
  );
}

/** Puts each label right of its bar, or left where only that side has room, or leaves it to the popover. */
function withLabels(
  marks: (Omit<IncidentMark, 'label'> & { words: string })[],
  scale: TimeScale,
): IncidentMark[] {
  let taken = scale.left;
  return marks.map(({ words, ...mark }, index) => {
    const next = marks[index + 1]?.x ?? scale.right + 8;
    const needs = labelRoom(mark.record, words);
    const label = side(mark.x, { taken, next, needs });
    taken = mark.x + (label === 'right' ? needs : 6);
    return { ...mark, label };
  });
}

function side(x: number, room: { taken: number; next: number; needs: number }) {
  if (room.next - x >= room.needs) return 'right';
  return x - room.taken >= room.needs ? 'left' : undefined;
}

/** Room of a label beside its bar, px: the wider of its name and of severity and minutes. */
function labelRoom(record: IncidentRecord, words: string): number {
  const name = cutText(recordName(record), NAME_ROOM);
  return Math.max(textWidth(name), textWidth(words)) + GAPS;
}
