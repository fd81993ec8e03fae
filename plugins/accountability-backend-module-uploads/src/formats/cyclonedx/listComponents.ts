import { Read } from '../../bodies/Read';
import { Bom, BomComponent, bomComponent } from './bom';

/** More than any service has; each costs time to read. */
const MOST_COMPONENTS = 200_000;

/** All components of a bill, those inside others too. Files are none: some tools list every one of an image. */
export function listComponents({ components }: Bom): Read<BomComponent[]> {
  const found: BomComponent[] = [];
  const left: unknown[] = [...(components ?? [])];
  let count = 0;
  while (left.length > 0) {
    if (++count > MOST_COMPONENTS) {
      return {
        ok: false,
        because: `The bill lists more than ${MOST_COMPONENTS} components, the most that are taken`,
        tooLarge: true,
      };
    }
    const read = bomComponent.safeParse(left.pop());
    if (!read.success) continue;
    for (const inside of read.data.components ?? []) left.push(inside);
    if (read.data.type !== 'file') found.push(read.data);
  }
  return { ok: true, value: found };
}
