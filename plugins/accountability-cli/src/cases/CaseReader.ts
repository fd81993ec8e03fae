import { PolicyFault } from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  FactType,
} from 'backstage-plugin-accountability-engine';
import { TestDocument, WrittenCase } from './TestDocument';

/** What a case is read with; faults are gathered in it. */
export interface CaseReader extends TestDocument {
  written: WrittenCase;
  /** Place of the case in its list. */
  index: number;
  facts: ReadonlyMap<string, FactType>;
  policy: CompiledPolicy;
  faults: PolicyFault[];
}

/** Says that a key of a part of the case is at fault. */
export function faultAtKey(
  { reader, index, faults }: CaseReader,
  [part, ...path]: readonly string[],
  message: string,
): void {
  const whole = ['spec', 'cases', index, part, ...path];
  const key = String(whole.at(-1));
  faults.push(reader.atKey(whole.slice(0, -1), key, message));
}
