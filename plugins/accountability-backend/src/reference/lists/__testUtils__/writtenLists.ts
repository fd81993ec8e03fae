/** The catalog of CISA with so many vulnerabilities, by the day on which each was added. */
export function kevOf(
  added: Record<string, string>,
  dateReleased = '2026-11-22T15:00:00.000Z',
): string {
  return JSON.stringify({
    title: 'CISA Catalog of Known Exploited Vulnerabilities',
    catalogVersion: '2026.11.22',
    dateReleased,
    count: Object.keys(added).length,
    vulnerabilities: Object.entries(added).map(([cveID, dateAdded]) => ({
      cveID,
      vendorProject: 'Acme',
      product: 'Rocket',
      dateAdded,
      dueDate: dateAdded,
    })),
  });
}

/** Scores of a day as FIRST writes them. */
export function epssOf(
  scores: Record<string, number>,
  day = '2026-11-23T00:00:00+0000',
): string {
  const lines = Object.entries(scores).map(
    ([cve, epss]) => `${cve},${epss},0.5`,
  );
  return [
    `#model_version:v2026.03.17,score_date:${day}`,
    'cve,epss,percentile',
    ...lines,
    '',
  ].join('\n');
}

/** Products as the API of endoflife.date gives them, each with one release. */
export function lifecyclesOf(eolFrom: Record<string, string | null>): string {
  return JSON.stringify({
    schema_version: '1.2.0',
    generated_at: '2026-11-23T00:10:00+00:00',
    total: Object.keys(eolFrom).length,
    result: Object.entries(eolFrom).map(([name, until]) => ({
      name,
      label: name.toUpperCase(),
      aliases: [],
      category: 'framework',
      identifiers: [
        { type: 'purl', id: `pkg:docker/library/${name}` },
        { type: 'cpe', id: `cpe:2.3:a:acme:${name}` },
      ],
      releases: [
        { name: '22', isLts: true, isEol: false, eolFrom: until, latest: null },
      ],
    })),
  });
}
