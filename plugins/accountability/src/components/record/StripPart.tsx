import { ReactNode } from 'react';
import { Quantity } from '../../text';

/** One number of a strip: what it is, the number, and on what it rests. */
export function StripPart(props: {
  label: string;
  /** A number with its unit, or words where there is none. */
  value: Quantity | string;
  children?: ReactNode;
}) {
  const { label, value, children } = props;
  return (
    <div className="acc-stripPart">
      <span className="acc-label">{label}</span>
      <span className="acc-stripValue">
        {typeof value === 'string' ? (
          <span className="acc-owner">{value}</span>
        ) : (
          <span>
            <span className="acc-big">{value.number}</span>
            {value.unit && <span className="acc-unit"> {value.unit}</span>}
          </span>
        )}
      </span>
      {children && <span className="acc-label">{children}</span>}
    </div>
  );
}
