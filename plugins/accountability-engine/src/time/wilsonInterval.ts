const z95 = 1.959963984540054;

/** 95 % interval of a share by Wilson's score, which stays inside 0 to 1 and holds for small samples. */
export function wilsonInterval(
  hits: number,
  sample: number,
): { low: number; high: number } {
  const share = hits / sample;
  const zz = z95 * z95;
  const centre = (share + zz / (2 * sample)) / (1 + zz / sample);
  const spread =
    (z95 / (1 + zz / sample)) *
    Math.sqrt((share * (1 - share)) / sample + zz / (4 * sample * sample));
  // Rounding noise at 0 and 1 must not push the bound past the share itself.
  return {
    low: hits === 0 ? 0 : Math.max(0, centre - spread),
    high: hits === sample ? 1 : Math.min(1, centre + spread),
  };
}
