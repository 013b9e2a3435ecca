/** Values of a form by their fields' names; a box that isn't checked, or a choice not made, is empty. */
export type Values = Readonly<Record<string, string>>;

/** What is kept of a form that was not sent. */
export type Draft = {
  /** Made up anew each time the page is opened: tells one tab's typing from another's. */
  readonly tab: string;
  /** Names what the server had handed back on the page that she typed on, or is empty. */
  readonly over: string;
  /** What differs from what the page came with. */
  readonly fields: Values;
  /** Chosen files, whose bytes are kept beside it. */
  readonly files: Readonly<Record<string, { readonly name: string; readonly type: string }>>;
};

/** null: of a shape that this version doesn't know. */
export function readDraft(value: unknown): Draft | null {
  if (!isRecord(value)) return null;
  const { tab, over, fields, files } = value;
  const isRight =
    typeof tab === 'string' &&
    typeof over === 'string' &&
    isRecord(fields) &&
    Object.values(fields).every((field) => typeof field === 'string') &&
    isRecord(files) &&
    Object.values(files).every((file) => isRecord(file) && typeof file['name'] === 'string');
  return isRight ? (value as Draft) : null;
}

/** The same for drafts that say the same. */
export function contentOf({
  fields,
  files,
}: {
  readonly fields: Values | null;
  readonly files: Draft['files'];
}): string {
  return JSON.stringify([fields, files]);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

type Page = {
  readonly came: Values;
  readonly now: Values;
  /** As in `Draft`. */
  readonly over: string;
};

/**
 * What a page's draft holds now: what differs, and what was kept `before`, since the page may have come with that from the
 * server, which forgets it sooner, or without it, where the server could not read what was sent. null: nothing was typed.
 */
export function fieldsToKeep({ came, now, over }: Page, before: Values | null): Values | null {
  const names = Object.keys(now).filter((name) => now[name] !== came[name] || before?.[name] !== undefined);
  if (over === '' && names.every((name) => now[name] === came[name])) return null;
  const valueOf = (name: string) => (now[name] === came[name] && now[name] === '' ? before?.[name] : now[name]) ?? '';
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, valueOf(name)]));
}

/**
 * What a draft changes on a page: fields that nobody has touched since it came. What the server hands back is newer than
 * a draft, unless that was typed on top of it.
 */
export function fieldsToPutBack({ came, now, over }: Page, draft: Draft): Values {
  if (over !== '' && draft.over !== over) return {};
  return Object.fromEntries(
    Object.entries(draft.fields).filter(
      ([name, value]) => now[name] !== undefined && now[name] === came[name] && now[name] !== value,
    ),
  );
}
