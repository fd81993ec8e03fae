import fc from 'fast-check';

// The same cases in every run, so that a red run says something of the change
// at hand; FUZZ_SEED looks at others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20261123) });
