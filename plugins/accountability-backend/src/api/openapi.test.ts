import { spec } from './openapi.generated';

/** Places in the document that lack a description, by their path in it. */
function findUndescribed(node: unknown, place: string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = place.at(-2) ?? '';
  const wantsWords =
    ['parameters', 'properties', 'schemas', 'responses'].includes(
      place.at(-1) === 'schema' ? '' : parent,
    ) && !('$ref' in node);
  const missing =
    wantsWords && !('description' in node) ? [place.join('/')] : [];
  return [
    ...missing,
    ...Object.entries(node).flatMap(([key, value]) =>
      findUndescribed(value, [...place, key]),
    ),
  ];
}

const operations = Object.entries(spec.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => {
    return { name: `${method} ${path}`, operation };
  }),
);

describe('the OpenAPI document', () => {
  it('describes every parameter, answer, schema and property', () => {
    expect(findUndescribed(spec)).toEqual([]);
  });

  it.each(operations)('says what goes wrong in $name', ({ operation }) => {
    expect(Object.keys(operation.responses)).toEqual(
      expect.arrayContaining(['401', '403', 'default']),
    );
    expect(operation).toMatchObject({
      operationId: expect.any(String),
      summary: expect.any(String),
      description: expect.any(String),
    });
  });
});
