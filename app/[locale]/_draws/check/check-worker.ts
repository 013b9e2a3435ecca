import { checkFiles, type Verdict } from './check-files.ts';
import { downloadDraw } from './download-draw.ts';

/** The files of a draw that lies on the phone, or its day. */
export type Asked = { readonly files: readonly File[] } | { readonly day: string };

export type Told =
  | { readonly step: 'downloading' | 'working'; readonly share: number }
  | { readonly step: 'done'; readonly verdict: Verdict }
  | { readonly step: 'failed' };

// A page that recomputes a draw of a million answers no tap meanwhile: so it is done in a worker.
addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));

async function answer(asked: Asked): Promise<void> {
  try {
    const files = 'day' in asked ? await downloadDraw(asked.day, telling('downloading')) : await readAll(asked.files);
    tell({ step: 'working', share: 0 });
    tell({ step: 'done', verdict: await checkFiles(files, telling('working')) });
  } catch {
    tell({ step: 'failed' });
  }
}

function telling(step: 'downloading' | 'working') {
  return (share: number) => tell({ step, share });
}

function tell(told: Told): void {
  postMessage(told);
}

async function readAll(files: readonly File[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const);
  return new Map(await Promise.all(read));
}
