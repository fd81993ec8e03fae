import { z } from 'zod';
import { lenient } from '../../bodies/lenient';
import { isDense } from '../../bodies/isDense';
import { Read } from '../../bodies/Read';
import { readJson } from '../../bodies/readJson';
import { Claim, isClaim, Writer } from './countLines';

const agents = lenient(
  z.record(
    z.string(),
    z.object({ agent_id: lenient(z.object({ tool: lenient(z.string()) })) }),
  ),
);

/** What is read of a note's metadata: which tools, never who worked with them. */
const metadata = z.object({
  schema_version: z.string(),
  sessions: agents,
  prompts: agents,
});

/** A note of git-ai. */
export interface Note {
  files: Map<string, Claim[]>;
  tools: Set<string>;
}

/** Reads a note: who wrote which lines, a line `---`, and metadata. */
export function readNote(text: string): Read<Note> {
  if (isDense(text, 'json')) {
    return {
      ok: false,
      because: 'The note names more lines than a commit has',
      tooLarge: true,
    };
  }
  const divider = /^---\r?$/m.exec(text);
  if (!divider) {
    return {
      ok: false,
      because:
        'The body is no note of git-ai: lines by author, a line ---, and JSON; git notes --ref=ai show <sha> writes one',
    };
  }
  const after = text.slice(divider.index + divider[0].length);
  const read = readJson(after, metadata, "git-ai's metadata");
  if (!read.ok) return read;
  const { schema_version: version, sessions = {}, prompts = {} } = read.value;
  if (version !== 'authorship/3.0.0') {
    return {
      ok: false,
      because: `The note's schema "${version.slice(
        0,
        40,
      )}" is not read; authorship/3.0.0 is`,
    };
  }
  const files = readLines(text.slice(0, divider.index));
  if (!files.ok) return files;
  const named = [...Object.values(sessions), ...Object.values(prompts)];
  const tools = named.flatMap(({ agent_id }) => agent_id?.tool?.trim() || []);
  return { ok: true, value: { files: files.value, tools: new Set(tools) } };
}

/** A path stands at the start of its line, and who wrote which of its lines is indented below. */
function readLines(text: string): Read<Map<string, Claim[]>> {
  const files = new Map<string, Claim[]>();
  let claims: Claim[] | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    if (!line.startsWith(' ')) {
      claims = files.get(line.trim()) ?? [];
      files.set(line.trim(), claims);
      continue;
    }
    const read = readEntry(line.trim());
    if (!read || !claims) {
      return {
        ok: false,
        because: `Line ${index + 1} of the note says not who wrote which lines`,
      };
    }
    for (const claim of read) claims.push(claim);
  }
  return { ok: true, value: files };
}

function readEntry(entry: string): Claim[] | undefined {
  const [key, ranges, ...rest] = entry.split(' ');
  if (!ranges || rest.length > 0) return undefined;
  const by: Writer = key.startsWith('h_') ? 'human' : 'machine';
  const claims: Claim[] = [];
  for (const range of ranges.split(',')) {
    const [from, to = from, ...more] = range.split('-').map(Number);
    if (more.length > 0 || !Number.isInteger(from + to)) return undefined;
    if (!isClaim({ from, to })) return undefined;
    claims.push({ from, to, by });
  }
  return claims;
}
