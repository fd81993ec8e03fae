import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gateBreakGlassPermission } from 'backstage-plugin-accountability-common';
import { CompiledGate } from 'backstage-plugin-accountability-engine';
import { GlassBreaker } from '../../gates';
import { ApiContext } from '../ApiContext';
import { isMember } from '../attestations/isMember';
import { Caller } from '../authorize';

/** A caller who may go past a gate once, with the group that lets them; throws 403 for anybody else. */
export async function whoBreaks(
  context: Pick<ApiContext, 'permissions' | 'userInfo'>,
  given: { gate: CompiledGate; credentials: Caller; reason: string },
): Promise<GlassBreaker> {
  const { gate, credentials, reason } = given;
  const { principal } = credentials;
  const groups = gate.breakGlass?.groups ?? [];
  if (principal.type !== 'user') {
    throw new NotAllowedError(
      `Only a person can go past the gate ${gate.name}; have one ask it with a reason, and run this again with the key of that decision`,
    );
  }
  if (groups.length === 0) {
    throw new NotAllowedError(
      `Nobody can go past the gate ${gate.name}: it names no group in breakGlass.groups`,
    );
  }
  const permission = gateBreakGlassPermission;
  const [decision] = await context.permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You need the permission ${permission.name} for this`,
    );
  }
  for (const group of groups) {
    if (await isMember(context, credentials, group.toLowerCase())) {
      return { by: principal.userEntityRef, group, reason };
    }
  }
  throw new NotAllowedError(
    `Only a member of ${groups.join(' or ')} can go past the gate ${
      gate.name
    }; ask one of them`,
  );
}
