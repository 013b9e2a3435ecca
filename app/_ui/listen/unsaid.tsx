import type { ReactNode } from 'react';

/**
 * What a person told, or what is told of her alone: reading aloud leaves it out, and our voice never gets it (decision
 * 0033). A block of its own bears `data-silent` itself; a value within a sentence goes through `unsaid`.
 */
export function Unsaid({ children }: { readonly children: ReactNode }) {
  return <span data-silent>{children}</span>;
}

/**
 * The same for a value that a sentence is filled with: between FSI and PDI (UAX 9), which also keep a name in the
 * direction of its own script.
 */
export function unsaid(value: string): string {
  return `\u2068${value}\u2069`;
}
