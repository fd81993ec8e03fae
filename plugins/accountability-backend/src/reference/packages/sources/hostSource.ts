import { z } from 'zod';
import { answerOf } from '../answerOf';
import { askHost } from '../askHost';
import { isAllowed } from '../isAllowed';
import { PackageHost } from '../PackageHost';
import { Allowed, PackageSource } from '../PackageSource';

/** How a kind of host is asked, and what it answers. */
export interface Dialect<Body> {
  /** The path of a package; undefined where the host has none such. */
  askedAs(name: string): string | undefined;
  schema: z.ZodType<Body>;
  /** What is wrong with another answer, said after the name of the source. */
  unlike: string;
  versionsOf(body: Body): Parameters<typeof answerOf>[0];
}

/** A source that asks a host for one package at a time. */
export function hostSource<Body>(
  host: PackageHost,
  { id, allowed }: { id: string; allowed: Allowed },
  dialect: Dialect<Body>,
): PackageSource {
  const { askedAs, schema, unlike, versionsOf } = dialect;
  return {
    id,
    allowed,
    isFor: name => askedAs(name) !== undefined && isAllowed(name, allowed),
    read: async (name, { etag, signal }) => {
      const answer = await askHost(host, {
        path: askedAs(name) ?? '',
        etag,
        signal,
      });
      if (answer.status !== 'answered') return answer;
      const where = `${id} of ${name}`;
      const read = schema.safeParse(answer.body);
      return read.success
        ? answerOf(versionsOf(read.data), { where, etag: answer.etag })
        : { status: 'fault', because: `What ${where} answers ${unlike}` };
    },
  };
}
