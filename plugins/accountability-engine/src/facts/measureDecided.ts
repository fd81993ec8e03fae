import { FactPart } from 'backstage-plugin-accountability-common';
import { FactContext, Measurement } from './defineFact';
import { measureShare } from './measureShare';
import { percent } from './wording';

/** Records sorted into three: two that can be told apart, and those of which it cannot be said. */
export interface Decided {
  yes: readonly string[];
  no: readonly string[];
  unknown: readonly string[];
  /** Keys of the parts: `['actionable', 'noise']`. */
  keys: readonly [string, string];
  /** What they are, in the plural: `alerts`. */
  of: string;
  /** What those of `yes` did or are: `led to action`. */
  that: string;
  /** Said after the window, each as a sentence without a full stop. */
  besides?: readonly string[];
}

/**
 * The share of `yes` among those that can be told. How many cannot is always
 * said, as a part and in words, since a share of few of many is to be read so.
 */
export function measureDecided(
  context: FactContext,
  { yes, no, unknown, keys, of, that, besides = [] }: Decided,
): Measurement {
  const share = measureShare(context, {
    hits: yes,
    sample: [...yes, ...no],
    of: `${of} of which it is known`,
    that,
    besides: [
      unknownWords(unknown.length, yes.length + no.length),
      ...besides,
    ].join('; '),
  });
  if (share.status === 'unknown') {
    return { ...share, evidence: [...(share.evidence ?? []), ...unknown] };
  }
  return { ...share, parts: partsOf({ yes, no, unknown, keys }) };
}

function partsOf({
  yes,
  no,
  unknown,
  keys,
}: Pick<Decided, 'yes' | 'no' | 'unknown' | 'keys'>): FactPart[] {
  return [
    { key: keys[0], value: yes.length, records: [...yes] },
    { key: keys[1], value: no.length, records: [...no] },
    { key: 'unknown', value: unknown.length, records: [...unknown] },
  ];
}

/** The unknown share in words: `5 of 15 (33 %) unknown and not counted`. */
export function unknownWords(unknown: number, known: number): string {
  const all = unknown + known;
  if (unknown === 0) return 'none unknown';
  return `${unknown} of ${all} (${percent(
    unknown / all,
  )}) unknown and not counted`;
}
