import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FactUnit } from 'backstage-plugin-accountability-common';
import { FactType } from './PolicyEngine';
import { celEngine } from './cel/celEngine';
import { compilePolicy } from './compilePolicy';

const root = resolve(__dirname, '../../../..');
const read = (path: string) => readFileSync(resolve(root, path), 'utf8');

const units: FactUnit[] = ['ratio', 'count', 'per-week', 'seconds', 'days'];
units.push('years', 'lines', 'people', 'level', 'points', 'boolean');
units.push('text', 'instant', 'texts', 'labels');

/** The facts there are, by the reference that is generated of them. */
const facts: FactType[] = read('docs/facts.md')
  .split('\n### ')
  .flatMap(section => {
    const id = /^`([^`]+)`/.exec(section)?.[1];
    const written = /^- Unit: (\S+)/m.exec(section)?.[1];
    const unit = units.find(known => known === written);
    return id && unit ? [{ id, unit }] : [];
  });

const text = read('docs/writing-a-scorecard.md');
const blocks = (language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, block]) => block,
  );
const compile = (...texts: string[]) =>
  compilePolicy({
    files: texts.map((block, index) => ({
      name: `${index}.yaml`,
      text: block,
    })),
    facts,
    digest: '',
  });

describe('docs/writing-a-scorecard.md', () => {
  it('shows documents that compile together, against the facts there are', () => {
    const { scorecards, gates, diagnostics } = compile(...blocks('yaml'));

    expect(facts.length).toBeGreaterThan(70);
    expect(diagnostics).toEqual([]);
    expect(scorecards.map(({ checks }) => checks.length)).toEqual([2, 3]);
    expect(gates.map(({ rules }) => rules.length)).toEqual([3]);
  });

  it.each(blocks('cel'))('shows an expression that is taken: %s', block => {
    const result = celEngine.compile(block, { facts });

    expect(result.ok ? [] : result.faults).toEqual([]);
  });

  it('shows faults as they are', () => {
    const [example] = blocks('yaml');
    const first = (expression: string) =>
      compile(example.replace('ownership.owner_resolves', expression))
        .diagnostics[0]?.message;
    const [unknownFact, wrongType] = blocks('text')[0].trim().split('\n');
    const message = (line: string) => line.replace(/^\S+ /, '');

    expect(first('reliability.changeFailRate <= 0.1')).toBe(
      message(unknownFact),
    );
    expect(first('reliability.change_fail_rate <= "x"')).toBe(
      message(wrongType),
    );
  });
});
