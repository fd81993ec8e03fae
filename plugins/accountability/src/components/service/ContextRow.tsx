import { FactValue } from 'backstage-plugin-accountability-common';
import { printQuantity, quantity, useText } from '../../text';
import { EvidenceButton } from '../evidence';
import { StatusMark } from '../marks';
import { MetricButton } from '../metric';

/** One fact: its value or that it is unknown, how that came about, and the records behind it. */
export function ContextRow(props: {
  entityRef: string;
  fact: FactValue;
  at?: number;
}) {
  const t = useText();
  const { entityRef, fact, at } = props;
  return (
    <tr>
      <th scope="row">
        <MetricButton entityRef={entityRef} fact={fact} at={at} />
      </th>
      <td className="acc-strong acc-nowrap">
        {fact.status === 'unknown' ? (
          <StatusMark status="unknown" />
        ) : (
          printQuantity(quantity(fact.value, fact.unit, t))
        )}
      </td>
      <td className="acc-muted">{fact.because}</td>
      <td className="acc-right">
        <EvidenceButton
          entityRef={entityRef}
          title={fact.id}
          facts={[fact]}
          at={at}
        />
      </td>
    </tr>
  );
}
