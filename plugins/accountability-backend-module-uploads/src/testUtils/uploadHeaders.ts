/** Parameters of an upload, by their names in the query; one that is undefined is not given. */
export type UploadParameters = Record<string, string | undefined>;

/** Parameters of an upload, as the intake hands them over; the default branch's, unless said otherwise. */
export function uploadHeaders(
  given: UploadParameters = {},
): Record<string, string> {
  const parameters: UploadParameters = {
    subject: 'github:acme/payments',
    sha: '2f1c9e4b7a60',
    branch: 'main',
    'default-branch': 'true',
    ...given,
  };
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : [[`x-accountability-${name}`, value]],
    ),
  );
}
