import { CheckLink } from 'backstage-plugin-accountability-common';
import { isCollection, isMap, isScalar, YAMLMap } from 'yaml';
import { z } from 'zod';
import { kebabCase } from '../names';
import { Importing } from './Importing';
import { toExpression } from './toExpression';
import { whenOf } from './whenOf';

/** A check of a scorecard, as it is to be written. */
export interface WrittenCheck {
  id: string;
  title: string;
  /** Stands as a comment above it. */
  description?: string;
  when?: string;
  expression: string;
  remediation?: string;
  links: CheckLink[];
}

const taken = [
  ...['type', 'name', 'description', 'factIds', 'rule', 'filter', 'links'],
  'failureMetadata',
];
/** Keys under which people write what to do about a failing check. */
const advice = [
  'remediation',
  'solution',
  'suggestion',
  'message',
  'text',
  'description',
];
const address = ['link', 'url', 'href'];
const LONGEST = 1000;
const MOST_LINKS = 10;

const factIdsShape = z.array(z.string()).min(1);
const linkShape = z.object({ title: z.string(), url: z.url() });

/** Reads one check of Tech Insights; undefined, with a remark, where it cannot be taken over. */
export function readCheck(
  key: string,
  node: unknown,
  importing: Importing,
): WrittenCheck | undefined {
  const id = kebabCase(key).slice(0, 63).replace(/-$/, '');
  if (!isMap(node) || id === '') {
    return importing.refuse(node, 'it is no check', key);
  }
  const type = node.get('type');
  if (type !== 'json-rules-engine') {
    const of = typeof type === 'string' ? type : 'no type';
    return importing.refuse(
      node.get('type', true) ?? node,
      `it is of ${of}: only checks of json-rules-engine can be taken over`,
      key,
    );
  }
  const factIds = factIdsShape.safeParse(jsonOf(node, 'factIds'));
  if (!factIds.success) {
    return importing.refuse(
      node.get('factIds', true) ?? node,
      'it names no retrievers in factIds',
      key,
    );
  }
  const before = importing.remarks.length;
  const at = { check: key, factIds: factIds.data, importing };
  const conditions = node.getIn(['rule', 'conditions'], true);
  const expression = toExpression(conditions ?? node, at);
  const when = whenOf(node.get('filter', true), at);
  const isRefused = importing.remarks
    .slice(before)
    .some(({ costs }) => costs === 'check');
  if (expression === undefined || isRefused) return undefined;
  remarkOnRest(node, key, importing);
  const name = node.get('name');
  const description = node.get('description');
  return {
    id,
    title:
      typeof name === 'string' && name !== '' ? name.slice(0, LONGEST) : key,
    ...(typeof description === 'string' && { description }),
    ...(when !== undefined && { when }),
    expression,
    ...readAdvice(node, key, importing),
  };
}

function readAdvice(
  node: YAMLMap,
  key: string,
  importing: Importing,
): Pick<WrittenCheck, 'remediation' | 'links'> {
  const links = z.array(linkShape).catch([]).parse(jsonOf(node, 'links'));
  const metadata = node.get('failureMetadata', true);
  let remediation: string | undefined;
  for (const { key: name, value } of isMap(metadata) ? metadata.items : []) {
    const field = isScalar(name) ? String(name.value) : '';
    const text: unknown = isScalar(value) ? value.value : undefined;
    const isText = typeof text === 'string' && text.trim() !== '';
    if (isText && advice.includes(field) && remediation === undefined) {
      remediation = text.trim().slice(0, LONGEST);
    } else if (isText && address.includes(field) && URL.canParse(text)) {
      links.push({ title: 'What to do', url: text });
    } else {
      importing.part(
        name,
        `${field} of failureMetadata is left out: a check has remediation and links`,
        key,
      );
    }
  }
  const web = links.filter(({ url }) => /^https?:\/\/\S+$/.test(url));
  return {
    ...(remediation !== undefined && { remediation }),
    links: web.slice(0, MOST_LINKS),
  };
}

function remarkOnRest(node: YAMLMap, key: string, importing: Importing): void {
  for (const { key: name } of node.items) {
    const field = isScalar(name) ? String(name.value) : '';
    if (field === 'successMetadata') {
      importing.part(
        name,
        'successMetadata is left out: of a check that passes its clauses are shown',
        key,
      );
    } else if (!taken.includes(field)) {
      importing.part(
        name,
        `${field} is left out: a check has no such thing`,
        key,
      );
    }
  }
}

function jsonOf(node: YAMLMap, key: string): unknown {
  const value: unknown = node.get(key, true);
  if (isScalar(value)) return value.value;
  return isCollection(value) ? value.toJSON() : undefined;
}
