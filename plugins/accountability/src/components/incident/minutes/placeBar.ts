import { textWidth } from '../../../text';

/** From the end of a bar to its words, px. */
const GAP = 6;
const MARGIN = 6;

/** How far from its start a bar's line falls at most, px. */
const DROP = 14;

/** A bar with its words, placed. */
export interface Box {
  x: number;
  y: number;
  width: number;
  label: string;
  side: 'left' | 'right';
}

/** What a bar takes of its row, and of the rows below. */
export interface Room {
  bar: Omit<Box, 'y'>;
  extent: Extent;
  text: Extent;
  /** Where its line falls through the rows below; absent where it has none. */
  drop?: number;
  /** True where a bow goes to it or comes from it below its row. */
  inBow: boolean;
}

/** What takes room from one px to another. */
export interface Extent {
  from: number;
  to: number;
}

/** Puts the words right of a bar, or left where only there they cross no line and no edge. */
export function placeBar(given: {
  x: number;
  width: number;
  label: string;
  bold: boolean;
  linked: boolean;
  inBow: boolean;
  /** Upright lines that no word should cross. */
  lines: number[];
  left: number;
  right: number;
}): Room {
  const { x, width, label, lines, left, right, inBow } = given;
  const needs = textWidth(label, given.bold ? 'bold' : 'regular') + GAP;
  const end = x + width;
  const crosses = (from: number, to: number) =>
    lines.some(line => from <= line && line <= to);
  const fitsRight = end + needs <= right;
  const fitsLeft = x - needs >= left;
  const goesLeft =
    fitsLeft &&
    (!fitsRight || (crosses(end, end + needs) && !crosses(x - needs, x)));
  const text = goesLeft
    ? { from: x - needs, to: x - GAP }
    : { from: end + GAP, to: end + needs };
  return {
    bar: { x, width, label, side: goesLeft ? 'left' : 'right' },
    extent: {
      from: Math.min(x, text.from) - MARGIN,
      to: Math.max(end, text.to) + MARGIN,
    },
    text,
    drop: given.linked ? dropOf({ x, width }) : undefined,
    inBow,
  };
}

/** Where the line of a bar falls. */
export function dropOf({ x, width }: { x: number; width: number }): number {
  return x + Math.min(width / 2, DROP);
}
