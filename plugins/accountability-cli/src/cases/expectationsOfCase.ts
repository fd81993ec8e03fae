import { didYouMean } from 'backstage-plugin-accountability-engine';
import { CaseReader, faultAtKey } from './CaseReader';
import { Expectation, Explanation, Place } from './PreparedCase';
import { Named, targetsOf } from './targetsOf';

/** What a case expects; a name or a word that there is not is a fault. */
export function expectationsOfCase(reading: CaseReader): {
  expectations: Expectation[];
  explanations: Explanation[];
} {
  const targets = targetsOf(reading.policy);
  const { expect, explain } = reading.written;
  const expectations = Object.entries(expect).flatMap(([name, word]) => {
    const named = find(name, 'expect', { targets, reading });
    if (!named) return [];
    const { target, words } = named;
    if (words.includes(word)) {
      const place = placeOf(['expect', name], reading);
      return [{ name, target, word, place }];
    }
    const near = didYouMean(word, words) || ` (there are: ${words.join(', ')})`;
    const said = `${name} is never '${word}'${near}`;
    faultAtKey(reading, ['expect', name], said);
    return [];
  });
  const explanations = Object.entries(explain).flatMap(([name, facts]) => {
    const target = find(name, 'explain', { targets, reading })?.target;
    if (!target) return [];
    if (target.of !== 'check' && target.of !== 'rule') {
      const said = `only checks and rules are explained by facts, and ${name} is neither`;
      faultAtKey(reading, ['explain', name], said);
      return [];
    }
    const ids = [...reading.facts.keys()];
    facts
      .filter(id => !reading.facts.has(id))
      .forEach(id => {
        const said = `unknown fact '${id}'${didYouMean(id, ids)}`;
        faultAtKey(reading, ['explain', name], said);
      });
    return [
      { name, target, facts, place: placeOf(['explain', name], reading) },
    ];
  });
  return { expectations, explanations };
}

function find(
  name: string,
  part: 'expect' | 'explain',
  given: { targets: ReadonlyMap<string, Named>; reading: CaseReader },
): Named | undefined {
  const { targets, reading } = given;
  const named = targets.get(name);
  if (named) return named;
  const names = [...targets.keys()];
  const same = names.filter(each => each.endsWith(`/${name}`));
  const near =
    same.length > 1
      ? ` (there are several: ${same.join(', ')})`
      : didYouMean(name, names) || otherwise(name);
  const said = `there is no '${name}' in the policy${near}`;
  faultAtKey(reading, [part, name], said);
  return undefined;
}

function otherwise(name: string): string {
  return name.startsWith('gate/') || name.startsWith('level/')
    ? ''
    : ' (name a check, level/<scorecard>, gate/<gate>, gate/<gate>/<rule> or "*")';
}

function placeOf(
  [part, name]: [string, string],
  { reader, index }: CaseReader,
): Place {
  const path = ['spec', 'cases', index, part];
  const { file, line, column } = reader.atKey(path, name, '');
  return { file, line, column };
}
