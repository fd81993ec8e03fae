import { useState } from 'react';

/** Copies a text, and tells whether it was copied. */
export function useCopy(text: string): {
  copied: boolean;
  copy(): Promise<void>;
} {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The browser may forbid it; the text stands there to be marked by hand.
    }
  };
  return { copied, copy };
}
