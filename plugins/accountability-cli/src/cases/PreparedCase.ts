import { PolicyFault } from 'backstage-plugin-accountability-common';
import {
  CompiledPolicy,
  GateInput,
} from 'backstage-plugin-accountability-engine';
import { Target } from './Target';

/** Where something stands in a file. */
export type Place = Omit<PolicyFault, 'message'>;

/** A result, and the word that it should be. */
export interface Expectation {
  /** As written. */
  name: string;
  target: Target;
  word: string;
  place: Place;
}

/** A result, and the facts that should decide it. */
export interface Explanation {
  name: string;
  target: Target;
  facts: string[];
  place: Place;
}

/** A case that is ready to run. */
export interface PreparedCase
  extends Pick<
    GateInput,
    'now' | 'service' | 'facts' | 'exemptions' | 'question'
  > {
  test: string;
  name: string;
  place: Place;
  policy: CompiledPolicy;
  answers: NonNullable<GateInput['answers']>;
  expectations: Expectation[];
  explanations: Explanation[];
}
