import { mkdtempSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import permission from '@backstage/plugin-permission-backend';
import allowAll from '@backstage/plugin-permission-backend-module-allow-all-policy';
import accountability from 'backstage-plugin-accountability-backend';
import { FirstStepsResponse } from 'backstage-plugin-accountability-common';

/** Tokens besides the one that may ask gates: one that may send, one that may do all. */
export const tokens = { ingest: 'may-send-1234567', all: 'may-do-all-1234567' };

const external = (token: string, subject: string, may?: string) => ({
  type: 'static',
  options: { token, subject },
  ...(may && {
    accessRestrictions: [{ plugin: 'accountability', permission: may }],
  }),
});

/** What the steps led to. */
export interface Installed {
  /** Texts of catalog files. */
  catalog: string;
  /** Text of a policy file. */
  policy: string;
  module: BackendFeature;
  /** Settings of `accountability`, but for the places of policy. */
  settings: object;
  locations: { type: string; target?: string }[];
  /** Of `backend.auth.externalAccess`. */
  externalAccess: object[];
}

/** A backend with what was installed, whose tokens, permissions and catalog are the real ones. */
export async function startFirstSteps(given: Installed) {
  const directory = mkdtempSync(join(tmpdir(), 'first-steps-'));
  const catalogFile = join(directory, 'catalog-info.yaml');
  writeFileSync(catalogFile, given.catalog);
  const policies = mkdtempSync(join(tmpdir(), 'policies-'));
  writeFileSync(join(policies, 'first-steps.yaml'), given.policy);
  const data = {
    permission: { enabled: true },
    backend: {
      auth: {
        externalAccess: [
          ...given.externalAccess,
          external(tokens.ingest, 'ci', 'accountability.delivery.create'),
          external(tokens.all, 'operator'),
        ],
      },
    },
    catalog: {
      processingInterval: { seconds: 2 },
      rules: [{ allow: ['Component', 'Group'] }],
      locations: [{ type: 'file', target: catalogFile }],
    },
    accountability: {
      ...given.settings,
      api: { checkAnswers: true },
      ownership: { syncInterval: { seconds: 1 } },
      policy: {
        locations: given.locations.map(({ type, target }) =>
          target === undefined ? { type } : { type, target: policies },
        ),
      },
      codeowners: { enabled: false },
      runtimes: { enabled: false },
    },
  };
  const { server } = await startTestBackend({
    features: [
      ...[accountability, given.module, catalog, permission, allowAll],
      ...[authServiceFactory, httpAuthServiceFactory],
      ...[permissionsServiceFactory, schedulerServiceFactory],
      mockServices.rootConfig.factory({
        data: JSON.parse(JSON.stringify(data)),
      }),
    ],
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}/api/accountability`;
  const read = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${tokens.all}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    ...{ url, read },
    /** Waits until a step is done, and gives all of them. */
    until: async (step: string): Promise<FirstStepsResponse> => {
      for (;;) {
        const told = await read<FirstStepsResponse>('/first-steps');
        const found = told.steps.find(one => one.step === step);
        if (found?.state === 'done') return told;
        await setTimeout(200);
      }
    },
  };
}
