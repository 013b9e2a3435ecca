import type { ChipKind } from './chip-text.ts';
import { protect, type } from './chips.ts';

// The studio works without this file: it only spares a translator some presses, and some mistakes.
const form = document.querySelector<HTMLFormElement>('#edit');
if (form) begin(form);
document.querySelector<HTMLElement>('#problem')?.focus();

function begin(edit: HTMLFormElement): void {
  const boxes = [...edit.querySelectorAll<HTMLTextAreaElement>('textarea[name^="form."]')];
  const kinds = JSON.parse(edit.dataset['chips'] ?? '[]') as readonly ChipKind[];
  let last = boxes[0];
  let isChanged = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  for (const box of boxes) {
    box.addEventListener('focus', () => {
      last = box;
    });
    box.addEventListener('input', () => {
      isChanged = true;
      count(box);
      lookSoon();
    });
    count(box);
    if (kinds.length > 0) protect(box, kinds, (chip) => say((edit.dataset['taken'] ?? '').replace('{chip}', chip)));
  }
  for (const chip of edit.querySelectorAll<HTMLButtonElement>('.chip'))
    chip.addEventListener('click', () => {
      if (last) insert(last, { before: chip.dataset['before'] ?? '', after: chip.dataset['after'] ?? '' });
    });
  edit.addEventListener('submit', () => {
    isChanged = false;
  });
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const act = actOf(event);
    const button = act && edit.querySelector<HTMLButtonElement>(`button[value="${act}"]`);
    if (!button) return;
    event.preventDefault();
    edit.requestSubmit(button);
  });

  function count(box: HTMLTextAreaElement): void {
    const output = edit.querySelector<HTMLOutputElement>(`output[for="${box.id}"]`);
    if (!output) return;
    const length = Array.from(box.value.replace(/<\/?\w+>/g, '')).length;
    const max = Number(edit.dataset['max']) || Number.POSITIVE_INFINITY;
    output.value = String(length);
    output.parentElement?.classList.toggle('over', length > max);
  }

  function lookSoon(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), 400);
  }

  async function look(): Promise<void> {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(edit.action);
    address.searchParams.set('part', 'looked');
    const body = new URLSearchParams(
      [...new FormData(edit)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    try {
      const answer = await fetch(address, { method: 'POST', body, signal: asked.signal });
      const looked = document.querySelector('#looked');
      if (!answer.ok || !looked) return;
      // Markup of our own server, which escapes every text.
      const text = await answer.text();
      const open = opened(looked).map(ruleOf);
      looked.innerHTML = text;
      for (const part of looked.querySelectorAll('details')) part.open = open.includes(ruleOf(part));
      say(looked.querySelector<HTMLElement>('[data-said]')?.dataset['said'] ?? '');
    } catch (error) {
      // Overtaken by the next look, or the studio was ended: saving tells.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    }
  }
}

/** What somebody unfolded stays so while she writes. */
function opened(looked: Element): readonly HTMLDetailsElement[] {
  return [...looked.querySelectorAll<HTMLDetailsElement>('details[open]')];
}

function ruleOf(part: HTMLDetailsElement): string | undefined {
  return part.closest<HTMLElement>('[data-rule]')?.dataset['rule'];
}

/** For the ear: what changed on the page without anybody going there. */
function say(text: string): void {
  const place = document.querySelector('#said');
  if (place && place.textContent !== text) place.textContent = text;
}

function actOf({ key, code, shiftKey }: KeyboardEvent): string | undefined {
  if (key === 'Enter') return shiftKey ? 'save-flawed' : 'save-next';
  // The key's place: on a Russian or Arabic keyboard it says another letter.
  return code === 'KeyS' || key === 's' ? 'save' : undefined;
}

/** Around what is selected, or where the cursor is. */
function insert(box: HTMLTextAreaElement, { before, after }: ChipKind): void {
  const chosen = after === '' ? '' : box.value.slice(box.selectionStart, box.selectionEnd);
  box.focus();
  // In front of the selection and behind it: what is in between stays, chips included.
  const text = `${before}${chosen}${after}`;
  const start = after === '' ? box.selectionEnd : box.selectionStart;
  if (after === '') box.setSelectionRange(start, start);
  if (!type(text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  const inside = start + before.length + chosen.length;
  box.setSelectionRange(inside, inside);
}
