import fs from 'node:fs';
import path from 'node:path';
import { application } from './applications/application';

const readme = fs.readFileSync(path.join(__dirname, '..', 'README.md'), 'utf8');

describe('the template of the README', () => {
  it('sends all that is read', () => {
    const sent = [...readme.matchAll(/^ +"(\w+)": /gm)].map(([, key]) => key);
    const { operation, ...rest } = application.shape;

    expect(sent).toEqual(expect.arrayContaining(Object.keys(rest)));
    expect(sent).toEqual(
      expect.arrayContaining(Object.keys(operation.unwrap().unwrap().shape)),
    );
  });

  it('names nobody', () => {
    const [template] = /template\.accountability[^]+?subscriptions:/.exec(
      readme,
    ) ?? [''];

    expect(template).toContain('"history"');
    expect(template).not.toContain('initiatedBy');
  });
});
