import { AttributionMethod } from 'backstage-plugin-accountability-common';

/** How a link line is drawn: the weaker the evidence, the thinner and more broken. */
export function linkStroke(method: AttributionMethod) {
  switch (method) {
    case 'explicit':
      return { strokeWidth: 3, strokeDasharray: undefined };
    case 'linked':
      return { strokeWidth: 2, strokeDasharray: '11 4' };
    case 'remediation':
      return { strokeWidth: 2, strokeDasharray: '7 3 1.5 3' };
    case 'dependency':
      return { strokeWidth: 1.2, strokeDasharray: '2 3' };
    default:
      return { strokeWidth: 2, strokeDasharray: '2 3' };
  }
}
