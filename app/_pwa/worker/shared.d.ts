/**
 * The sealed store is for pages and for the worker, and asks which of the two it is in. What only pages call, such as all
 * of a PIN, doesn't ask.
 */
declare const document: { readonly cookie: string } | undefined;
declare const cookieStore: CookieStore | undefined;
declare const sessionStorage: {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
};
