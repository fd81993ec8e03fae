import { ago, deployed, merged } from '../testing';
import { HOUR } from '../time';

const finish = ago(2, 'd');

/** What the worked examples of lead times share. */
export const leadTimeExample = {
  /** When the next deployment ended. */
  finish,
  /** The deployment before, which says where the changes of the next begin. */
  before: [
    merged('c0', { sha: '0000000', endedAt: ago(5, 'd') }),
    deployed('d0', { sha: '0000000', startedAt: ago(4, 'd') }),
  ],
  next: deployed('d', {
    sha: '1111111',
    startedAt: finish - HOUR,
    endedAt: finish,
  }),
};
