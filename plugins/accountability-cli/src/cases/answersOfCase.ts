import {
  CompiledCheck,
  didYouMean,
  EngineAnswer,
} from 'backstage-plugin-accountability-engine';
import { CaseReader, faultAtKey } from './CaseReader';

/** What other engines say in a case, by rule. */
export function answersOfCase(reading: CaseReader): Map<string, EngineAnswer> {
  const { scorecards, gates } = reading.policy;
  const isAsked = ({ program }: CompiledCheck) => 'engine' in program;
  const known = [
    ...scorecards.flatMap(({ name, checks }) =>
      checks.filter(isAsked).map(({ id }) => `${name}/${id}`),
    ),
    ...gates.flatMap(({ rules }) =>
      rules.filter(({ check }) => isAsked(check)).map(({ rule }) => rule),
    ),
  ];
  const because = 'The case says so.';
  return new Map(
    Object.entries(reading.written.answers).map(([rule, status]) => {
      if (!known.includes(rule)) {
        const near = didYouMean(rule, known) || ' (name it in full)';
        const said = `no other engine is asked for '${rule}'${near}`;
        faultAtKey(reading, ['answers', rule], said);
      }
      return [rule, { status, because }];
    }),
  );
}
