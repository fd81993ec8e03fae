import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const cli = join(
  dirname(require.resolve('@backstage/cli/package.json')),
  'bin/backstage-cli',
);

/** Backstage's command line over the packages that the backend has; gives what it writes. */
export function backstageCli(...args: string[]): string {
  // To a file: of a pipe it does not wait until all is read.
  const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'stdout');
  const stdout = openSync(file, 'w');
  try {
    execFileSync(process.execPath, [cli, ...args], {
      cwd: join(__dirname, '../..'),
      stdio: ['ignore', stdout, 'ignore'],
    });
  } finally {
    closeSync(stdout);
  }
  return readFileSync(file, 'utf8');
}

/** A JSON schema, as far as config.d.ts becomes one. */
interface Schema {
  type?: string | string[];
  description?: string;
  visibility?: string;
  deepVisibility?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
}

/** A key that a setting may stand at. */
export interface SettingKey {
  /** `[]` stands for each of a list, `<name>` for a name that is chosen. */
  path: string[];
  description?: string;
  secret: boolean;
}

const isObject = ({ properties, additionalProperties }: Schema) =>
  properties !== undefined || typeof additionalProperties === 'object';

/** What config.d.ts of our packages say there is to set. */
export class ConfigSchema {
  static read(): ConfigSchema {
    const told: { schemas: { packageName: string; value: Schema }[] } =
      JSON.parse(
        backstageCli(
          'config:schema',
          '--package',
          'backend',
          '--format',
          'json',
        ),
      );
    return new ConfigSchema(
      told.schemas
        .filter(({ packageName }) => packageName.includes('accountability'))
        .map(({ value }) => value),
    );
  }

  private constructor(private readonly schemas: readonly Schema[]) {}

  /** Whether something may stand at a path. */
  has(path: readonly string[]): boolean {
    let at = this.schemas.flatMap(alternatives);
    for (const part of path) {
      at = at.flatMap(schema => below(schema, part)).flatMap(alternatives);
    }
    return at.length > 0;
  }

  /** All keys with no keys of their own, and durations as a whole. */
  keys(): SettingKey[] {
    return this.schemas.flatMap(schema => leaves(schema, [], false));
  }
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ? schema.anyOf.flatMap(alternatives) : [schema];
}

function below(schema: Schema, part: string): Schema[] {
  const { properties = {}, additionalProperties, items } = schema;
  if (part === '[]') return items ? [items] : [];
  if (part in properties) return [properties[part]];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}

function leaves(
  schema: Schema,
  path: readonly string[],
  within: boolean,
): SettingKey[] {
  const { properties = {}, additionalProperties, items, description } = schema;
  const secret =
    within ||
    schema.visibility === 'secret' ||
    schema.deepVisibility === 'secret';
  if (items && isObject(items)) return leaves(items, [...path, '[]'], secret);
  if (!isObject(schema)) return [{ path: [...path], description, secret }];
  const named = Object.entries(properties).flatMap(([name, each]) =>
    leaves(each, [...path, name], secret),
  );
  return typeof additionalProperties === 'object'
    ? [...named, ...leaves(additionalProperties, [...path, '<name>'], secret)]
    : named;
}
