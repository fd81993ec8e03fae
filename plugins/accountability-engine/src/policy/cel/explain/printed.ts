import { CelInput, CelResult, isCelError } from '@bufbuild/cel';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { printValue } from '../../printValue';
import { readableValue } from '../readableValue';

/** A value in the words of its unit. */
export function printed(
  value: CelInput | CelResult | undefined,
  unit?: FactUnit,
): string {
  if (value === undefined || isCelError(value)) return 'unknown';
  return printValue(readableValue(value), unit);
}
