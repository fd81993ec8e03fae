import { z } from 'zod';

const instant = z.iso.datetime({ offset: true }).or(z.iso.date());

/** Channels whose matches are addresses or names of bots, not patterns. */
export const addressed: ReadonlySet<string> = new Set([
  'author',
  'committer',
  'co-author',
]);

/** Whether a text is a regular expression that can be read. */
function isPattern(text: string): boolean {
  try {
    RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}

/**
 * How a tool marks what it wrote, as data; what configuration adds has the same
 * shape. A marker says that a machine took part. None says that nobody did.
 */
export const provenanceMarkerSchema = z
  .strictObject({
    /** One of the same id takes the place of ours. */
    id: z.string().regex(/^[a-z\d.-]{1,60}$/),
    /** Whom it is the marker of: `Claude Code`. */
    tool: z.string().min(1).max(60),
    /**
     * Where it stands: who wrote or committed (`author`, `committer`,
     * `co-author`: e-mail addresses, or names of bots of GitHub), or a
     * pattern of a trailer from its key on, the author's name, a line of a
     * commit's message or of the request's text, its branch, or a label. Case
     * never counts.
     */
    channel: z.enum([
      'author',
      'committer',
      'co-author',
      'author-name',
      'trailer',
      'message',
      'request',
      'branch',
      'label',
    ]),
    /** Any of these is the marker. */
    match: z.array(z.string().min(1).max(300)).min(1),
    /**
     * `author` wrote it, `assist` helped; `review-suggestion` is a suggestion
     * that was taken over and no authorship; `automation` is a bot that follows
     * rules; `none` is somebody's word that no machine took part.
     */
    role: z.enum([
      'author',
      'assist',
      'review-suggestion',
      'automation',
      'none',
    ]),
    /** `attested`: recorded by the tool; `declared`: by an identity of its own; `inferred`: by habit. */
    level: z.enum(['attested', 'declared', 'inferred']),
    /** From when, inclusive, and until when, exclusive, it means this. */
    validFrom: instant.optional(),
    validTo: instant.optional(),
    /** Where this is documented. */
    source: z.string().min(1).max(300),
  })
  .refine(
    ({ channel, match }) => addressed.has(channel) || match.every(isPattern),
    { path: ['match'], error: 'must hold regular expressions' },
  );

/** See `provenanceMarkerSchema`. */
export type ProvenanceMarker = z.output<typeof provenanceMarkerSchema>;
