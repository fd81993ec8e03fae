import { shorten } from '../../events/shorten';
import { webUrl } from '../../events/webUrl';
import { UploadedFinding } from '../../UploadFormat';
import { classify } from './classify';
import { identifiersOf } from './identifiersOf';
import { keyOf } from './keyOf';
import { SarifResult, SarifRule } from './sarifLog';
import { severityOf } from './severityOf';

/** A finding, and where it stands among others of the same key. */
export interface KeyedFinding {
  finding: UploadedFinding;
  line: number;
  column: number;
}

/** A result with what its run says of it. */
export interface RunResult {
  tool: string;
  category: string | undefined;
  result: SarifResult;
  rule: SarifRule | undefined;
  /** Its path in the repository; empty where it has none. */
  path: string;
}

/** Reads a result as a finding; undefined where it is none of security. */
export function toFinding(given: RunResult): KeyedFinding | undefined {
  const { result, rule, path } = given;
  const ruleId = result.ruleId ?? result.rule?.id ?? rule?.id ?? '';
  const kind = classify({ ...given, ruleId });
  if (!kind) return undefined;
  const isSecret = kind === 'secret';
  const { severity, score } = severityOf(result, rule);
  const region = result.locations?.[0]?.physicalLocation?.region;
  return {
    line: region?.startLine ?? 0,
    column: region?.startColumn ?? 0,
    finding: {
      identity: keyOf({ ruleId, path, result, isSecret }),
      ...stateOf(result),
      severity,
      category: kind,
      rule: shorten(ruleId, 300),
      identifiers: identifiersOf(ruleId, rule, result),
      package:
        kind === 'dependency'
          ? shorten(rule?.properties?.purls?.[0], 500)
          : undefined,
      cvss: kind === 'dependency' ? score : undefined,
      title: titleOf(rule, ruleId, path),
      url: webUrl(result.hostedViewerUri) ?? webUrl(rule?.helpUri),
    },
  };
}

/** Muted only where every request to mute it is granted; one under review or rejected leaves it open. */
function stateOf({
  suppressions = [],
}: SarifResult): Pick<UploadedFinding, 'state' | 'dismissedAs'> {
  const isMuted =
    suppressions.length > 0 &&
    suppressions.every(({ status }) => (status ?? 'accepted') === 'accepted');
  return isMuted
    ? { state: 'dismissed', dismissedAs: shorten(suppressions[0].kind, 100) }
    : { state: 'open' };
}

/** The rule's words: they stay the same, and a message may quote a secret or name somebody. */
function titleOf(
  rule: SarifRule | undefined,
  ruleId: string,
  path: string,
): string | undefined {
  const what =
    shorten(rule?.shortDescription?.text, 300) ??
    shorten(rule?.name, 300) ??
    ruleId;
  return shorten(path ? `${what} in ${path}` : what, 500);
}
