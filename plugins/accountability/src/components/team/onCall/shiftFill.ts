import { Shift } from 'backstage-plugin-accountability-common';

/** The fill of a part of the week: grey, hatched, full. `id` leads the name of the hatch of the drawing. */
export function shiftFill(shift: Shift, id: string): string {
  switch (shift) {
    case 'working':
      return 'var(--acc-mark-soft)';
    case 'evening':
      return `url(#${id}-evening)`;
    default:
      return 'var(--bui-fg-primary)';
  }
}
