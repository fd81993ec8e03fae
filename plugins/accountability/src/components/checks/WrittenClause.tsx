import { Clause } from 'backstage-plugin-accountability-common';

/** A clause that says more than a fact and its limit: as it is written, with the values it saw. */
export function WrittenClause({ clause }: { clause: Clause }) {
  return (
    <>
      <code className="acc-code">{clause.text}</code>
      {clause.operands.map(({ expression, value }, place) => (
        <span key={expression} className="acc-small acc-muted">
          {place > 0 ? '; ' : ' '}
          {expression} = <span className="acc-strong">{value}</span>
        </span>
      ))}
    </>
  );
}
