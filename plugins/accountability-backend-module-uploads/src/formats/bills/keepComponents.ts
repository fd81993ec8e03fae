import { mostComponents } from 'backstage-plugin-accountability-common';
import { UploadedReport } from '../../UploadFormat';

/** Longer package urls are made up. */
const LONGEST_PURL = 500;

/** A component that a bill names, as far as it is known which package it is. */
export interface NamedComponent {
  /** In its one spelling; undefined where it is no package. */
  purl?: string;
  direct: boolean;
}

/** What is kept of a bill's components, and how many of them are not for want of room. */
export interface KeptComponents
  extends Pick<UploadedReport, 'components' | 'tellsDirect'> {
  leftOut: number;
}

/**
 * Each package once, in the order of its url; direct where it is so anywhere.
 * Of too many the direct ones stay first. A bill of no package is none.
 */
export function keepComponents(
  named: readonly NamedComponent[],
  tellsDirect: boolean,
): KeptComponents {
  const packages = new Map<string, boolean>();
  for (const { purl, direct } of named) {
    if (!purl || purl.length > LONGEST_PURL) continue;
    packages.set(purl, (tellsDirect && direct) || packages.get(purl) === true);
  }
  const all = [...packages]
    .map(([purl, direct]) => (direct ? { purl, direct } : { purl }))
    .sort(byPurl);
  if (all.length === 0) return { leftOut: 0 };
  const components =
    all.length > mostComponents
      ? [...all.filter(isDirect), ...all.filter(one => !isDirect(one))]
          .slice(0, mostComponents)
          .sort(byPurl)
      : all;
  return { components, tellsDirect, leftOut: all.length - components.length };
}

type Kept = NonNullable<UploadedReport['components']>[number];

function isDirect({ direct }: Kept): boolean {
  return direct === true;
}

function byPurl(a: Kept, b: Kept): number {
  return a.purl < b.purl ? -1 : 1;
}
