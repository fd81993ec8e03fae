const GRAVE = ['high', 'critical'];

/** Reads what `yarn npm audit --json` writes: an advisory a line. Undefined where it is anything else. */
export function readAdvisories(output) {
  try {
    const lines = output.split('\n').filter(line => line.trim() !== '');
    return lines.map(JSON.parse).map(({ value, children }) => ({
      package: value,
      url: children.URL ?? `${children.ID}`,
      issue: children.Issue,
      severity: children.Severity,
      versions: children['Tree Versions'],
      dependents: children.Dependents,
    }));
  } catch {
    return undefined;
  }
}

/**
 * What is wrong with advisories beside a list of those that are allowed, each
 * with `url`, `because` and `until`, a day: sentences, none where all is well.
 */
export function judgeAdvisories(advisories, { allowed, today }) {
  const isAllowed = ({ url }) =>
    allowed.some(each => each.url === url && each.until >= today);
  const grave = advisories.filter(({ severity }) => GRAVE.includes(severity));
  return [
    ...grave
      .filter(each => !isAllowed(each))
      .map(
        each =>
          `${each.package} ${each.versions.join(', ')}: ${each.issue} (${
            each.severity
          }, ${each.url}); through ${each.dependents.join(
            ', ',
          )}. Update it, or say in scripts/audit/allowed.json why it does no harm here, and until when.`,
      ),
    ...allowed
      .filter(({ url }) => !grave.some(each => each.url === url))
      .map(
        ({ url }) =>
          `scripts/audit/allowed.json allows ${url}, which is not there any more: take it out.`,
      ),
  ];
}
