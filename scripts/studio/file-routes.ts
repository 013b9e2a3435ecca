import type { Context, Hono } from 'hono';
import { bring } from '../catalogs/exchange/bring.ts';
import { fileWith } from '../catalogs/exchange/parcel.ts';
import { toldPlan } from '../catalogs/exchange/told.ts';
import { type Format, formats, unitStates } from '../catalogs/exchange/unit.ts';
import { writeFiles } from '../catalogs/exchange/write-files.ts';
import { sourceHash } from '../catalogs/source-hash.ts';
import { isSigner, isState } from '../catalogs/status.ts';
import { type Asked, askedOf, frameOf, nameOf, rememberName, type Settings, signerOf } from './asked.ts';
import { patchOf } from './model/patch.ts';
import { type Brought, broughtPage } from './pages/brought.ts';
import { filesPage, patchPage } from './pages/files.ts';

/** Texts that leave as a file and come back as one, and all changes as a patch. */
export function fileRoutes(app: Hono, settings: Settings): void {
  const { root, token } = settings;
  app.get('/:token/:ui/patch', (context) => {
    const frame = frameOf(context, token);
    if (!frame) return context.notFound();
    const patch = patchOf(root);
    if (patch.kind !== 'patch') return context.html(patchPage(frame, patch.kind));
    return download(context, { name: 'translations.patch', type: 'text/x-patch', text: patch.text });
  });
  app.get('/:token/:ui/:locale/files', (context) => {
    const asked = askedOf(context, settings);
    return asked
      ? context.html(filesPage(asked.frame, { locale: asked.locale, by: nameOf(context) }))
      : context.notFound();
  });
  app.get('/:token/:ui/:locale/files/export', (context) => {
    const asked = askedOf(context, settings);
    const format = formats.find((one) => one === context.req.query('format'));
    if (!asked || !format) return context.notFound();
    const { locale, tree } = asked;
    const state = unitStates.find((one) => one === context.req.query('state'));
    const { text } = fileWith(tree, { locale, format, isAsked: (unit) => state === undefined || unit.state === state });
    return download(context, { name: `${locale}${endings[format]}`, type: 'application/octet-stream', text });
  });
  app.post('/:token/:ui/:locale/files', async (context) => {
    const asked = askedOf(context, settings);
    return asked ? await imported(context, settings, asked) : context.notFound();
  });
}

const endings: Readonly<Record<Format, string>> = {
  'xliff-1.2': '.xlf',
  'xliff-2.0': '-2.xlf',
  po: '.po',
  csv: '.csv',
};

type Download = { readonly name: string; readonly type: string; readonly text: string };

function download(context: Context, { name, type, text }: Download): Response {
  return context.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  });
}

/** First shows what a file would change; writes it when somebody who saw just that says so. */
async function imported(context: Context, settings: Settings, { frame, locale }: Asked): Promise<Response> {
  const sent = await context.req.parseBody();
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '');
  const by = signerOf(context, text('by'));
  const said = text('state');
  const state = isState(said) ? said : 'translated';
  const answer = (brought: Brought, status: 200 | 409 | 422) =>
    context.html(broughtPage(frame, { locale, by, state, brought }), status);
  if (!isSigner(by)) return answer({ kind: 'no-name' }, 422);
  const bytes = await bytesOf(sent['file'], text('carried'));
  if (bytes.length === 0) return answer({ kind: 'no-file' }, 422);
  const { root, rules, today } = settings;
  try {
    const { plan, files } = bring(root, bytes, { rules, locale, wish: { by, on: today(), state } });
    const seen = sourceHash(toldPlan(plan, ''));
    const carried = Buffer.from(bytes).toString('base64');
    if (text('do') !== 'write') return answer({ kind: 'plan', plan, seen, carried, isNew: false }, 200);
    if (text('seen') !== seen) return answer({ kind: 'plan', plan, seen, carried, isNew: true }, 409);
    writeFiles(root, files);
    rememberName(context, by);
    return answer({ kind: 'written', plan }, 200);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return answer({ kind: 'unreadable', why: error.message }, 422);
  }
}

/** The file as it was chosen, or as the page carried it from the look to the writing. */
async function bytesOf(file: unknown, carried: string): Promise<Uint8Array> {
  return file instanceof File
    ? new Uint8Array(await file.arrayBuffer())
    : new Uint8Array(Buffer.from(carried, 'base64'));
}
