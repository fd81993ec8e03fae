import { Question } from './Rung';

/** Whether time says anything: not where services broke together, but for the one that the others depend on. */
export function chargesByTime({ burst }: Question): boolean {
  return burst === undefined || burst.cascade === 'root';
}
