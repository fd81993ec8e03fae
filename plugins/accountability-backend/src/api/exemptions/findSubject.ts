import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ExemptionSubject } from 'backstage-plugin-accountability-common';
import { ApiContext } from '../ApiContext';
import { Caller } from '../authorize';
import { findEntityRef } from '../findEntityRef';
import { findService } from '../findService';

const kinds = { owner: 'group', system: 'system' };

/** Whom an exemption is asked for, its ref in lower case; throws 400 for what is no such ref, and 404 for what the caller may not read. */
export async function findSubject(
  context: ApiContext,
  { by, ref }: ExemptionSubject,
  credentials: Caller,
): Promise<ExemptionSubject> {
  const path = readRef(ref);
  if (by === 'service') {
    const service = await findService(context, path, credentials);
    return { by, ref: service.summary.entityRef };
  }
  if (path.kind.toLowerCase() !== kinds[by]) {
    throw new InputError(
      `subject.ref must be a ${kinds[by]} where subject.by is ${by}, for example ${kinds[by]}:default/checkout, and ${ref} is none`,
    );
  }
  return { by, ref: await findEntityRef(context, path, credentials) };
}

function readRef(ref: string): CompoundEntityRef {
  try {
    return parseEntityRef(ref);
  } catch {
    throw new InputError(
      `subject.ref is no entity ref; write kind:namespace/name, for example component:default/payments`,
    );
  }
}
