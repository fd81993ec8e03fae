import fs from 'node:fs';
import path from 'node:path';
import { FieldTypes, fieldTypes } from './fields/fieldTypes';

const text = fs.readFileSync(path.resolve(__dirname, '../config.d.ts'), 'utf8');

/** Fields that records keep and no sender says. */
const ourOwn = ['bill'];

function namesOf(types: FieldTypes): string[] {
  return [...types].flatMap(([name, { members }]) => [
    name,
    ...namesOf(members),
  ]);
}

describe('config.d.ts', () => {
  it('knows every kind of record', () => {
    const kinds = [...fieldTypes.keys()];

    expect(kinds.filter(kind => !text.includes(`| '${kind}'`))).toEqual([]);
  });

  it('knows every field of the vocabulary', () => {
    const names = [...fieldTypes.values()]
      .flatMap(namesOf)
      .filter(name => !ourOwn.includes(name));

    expect(
      names.filter(
        name => !new RegExp(`\\b${name}\\??: (Field|\\{)`).test(text),
      ),
    ).toEqual([]);
  });

  it('keeps every list of secrets secret', () => {
    const secrets = text.match(/secrets: string\[\]/g) ?? [];
    const marks = text.match(/@deepVisibility secret\s+\*\/\s+secrets:/g) ?? [];

    expect(secrets.length).toBe(4);
    expect(marks.length).toBe(secrets.length);
  });
});
