import {
  Attribution,
  IncidentRecord,
} from 'backstage-plugin-accountability-common';
import { cutText, formatSpan, textWidth } from '../../../text';
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

/** Bars that hang from the line of incidents: length is minutes to restore, an open one is measured to the window's end. */
export function incidentMarks(
  incidents: IncidentRecord[],
  input: { attributions: Attribution[]; scale: TimeScale; line: number },
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
  return withLabels(marks, scale);
}

/** Puts each label right of its bar, or left where only that side has room, or leaves it to the popover. */
function withLabels(
  marks: Omit<IncidentMark, 'label'>[],
  scale: TimeScale,
): IncidentMark[] {
  let taken = scale.left;
  return marks.map((mark, index) => {
    const next = marks[index + 1]?.x ?? scale.right + 8;
    const needs = labelRoom(mark);
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
function labelRoom({
  record,
  minutes,
}: Pick<IncidentMark, 'record' | 'minutes'>): number {
  const name = cutText(recordName(record), NAME_ROOM);
  const span =
    minutes === undefined ? 'going on' : formatSpan(minutes * 60_000);
  const below = record.severity ? `sev ${record.severity}, ${span}` : span;
  return Math.max(textWidth(name), textWidth(below)) + GAPS;
}
