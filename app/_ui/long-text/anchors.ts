/** The headings of a long text, in order. */
export function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading.trim());
}

/** `What if I have no e-mail?` gives `what-if-i-have-no-e-mail`. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
