import { CommandIo } from './CommandIo';

/** Where to send a command and who sends it, or everything that is missing. */
export type Connection =
  | { ok: true; url: string; token: string }
  | { ok: false; because: string[] };

/** Reads address and token; what stands on the command line wins over the environment. */
export function readConnection(
  flags: { url?: string; token?: string },
  io: CommandIo,
): Connection {
  const token = flags.token ?? io.env.ACCOUNTABILITY_TOKEN;
  const url = flags.url ?? io.env.ACCOUNTABILITY_URL;
  const because = [
    url && URL.canParse(url)
      ? ''
      : '--url or ACCOUNTABILITY_URL needs the address of the plugin, e.g. https://backstage.example.com/api/accountability',
    token ? '' : '--token or ACCOUNTABILITY_TOKEN is needed',
  ].filter(Boolean);
  if (!url || !token || because.length > 0) return { ok: false, because };
  return { ok: true, url, token };
}
