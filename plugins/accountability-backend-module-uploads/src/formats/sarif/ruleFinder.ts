import { SarifResult, SarifRule, SarifRun } from './sarifLog';

/**
 * Finds the rule of each result of a run. It stands in the driver or in an
 * extension, where CodeQL keeps its query packs, and is named by place, by id,
 * or by an id with something behind it: `CA1000/1` is of `CA1000`.
 */
export function ruleFinder({
  tool,
}: SarifRun): (result: SarifResult) => SarifRule | undefined {
  const { driver, extensions = [] } = tool;
  const byId = new Map(
    [...extensions, driver]
      .flatMap(({ rules }) => rules ?? [])
      .map(rule => [rule.id, rule]),
  );
  return ({ rule, ruleId, ruleIndex }) => {
    const extension = rule?.toolComponent?.index;
    const component = extension === undefined ? driver : extensions[extension];
    const place = rule?.index ?? ruleIndex;
    const there = place === undefined ? undefined : component?.rules?.[place];
    return there ?? findById(byId, rule?.id ?? ruleId);
  };
}

function findById(
  byId: ReadonlyMap<string | undefined, SarifRule>,
  given: string | undefined,
): SarifRule | undefined {
  for (let id = given ?? ''; id !== ''; id = parentOf(id)) {
    const found = byId.get(id);
    if (found) return found;
  }
  return undefined;
}

function parentOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}
