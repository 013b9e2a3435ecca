import { type Change, type ChipKind, chipBeside, chipsIn, type Span, snapped, wholeChange } from './chip-text.ts';

/**
 * Keeps `{name}` and tags of a box whole: the cursor passes over them, and who deletes a letter of one deletes all of it,
 * its other end too. The box stays an ordinary one, for the keyboard and for screen readers; the chips are painted behind
 * its letters. `onTaken` is told of a chip that went.
 */
export function protect(box: HTMLTextAreaElement, kinds: readonly ChipKind[], onTaken: (chip: string) => void): void {
  const behind = document.createElement('div');
  behind.className = 'behind';
  behind.setAttribute('aria-hidden', 'true');
  behind.dir = box.dir;
  behind.lang = box.lang;
  box.before(behind);
  let last = spanOf(box);

  paint();
  box.addEventListener('input', paint);
  box.addEventListener('beforeinput', (event) => {
    const change = changeFor(event);
    if (!change) return;
    event.preventDefault();
    const before = chipsIn(box.value, kinds);
    const taken = before.find(({ from, to }) => change.span.from <= from && to <= change.span.to);
    if (taken) onTaken(box.value.slice(taken.from, taken.to));
    apply(change);
  });
  document.addEventListener('selectionchange', () => {
    if (document.activeElement !== box) return;
    const now = spanOf(box);
    const whole = snapped(chipsIn(box.value, kinds), now, last);
    last = whole;
    if (whole.from !== now.from || whole.to !== now.to)
      box.setSelectionRange(whole.from, whole.to, box.selectionDirection);
  });

  /** Undefined where the browser does it right by itself. */
  function changeFor({ inputType, data, isComposing, dataTransfer }: InputEvent): Change | undefined {
    if (isComposing || /^(?:history|format|insertFromDrop|deleteByDrag)/.test(inputType)) return undefined;
    const chips = chipsIn(box.value, kinds);
    const { from, to } = spanOf(box);
    const isDeleting = inputType.startsWith('delete');
    const insert = isDeleting
      ? ''
      : inputType === 'insertLineBreak'
        ? '\n'
        : (data ?? dataTransfer?.getData('text/plain') ?? '');
    if (from === to) {
      const way = inputType.endsWith('Forward') ? 'forth' : 'back';
      const chip = isDeleting ? chipBeside(chips, from, way) : undefined;
      return chip && wholeChange(box.value, kinds, { ...chip, insert: '' });
    }
    const change = wholeChange(box.value, kinds, { from, to, insert });
    return change.span.from === from && change.span.to === to ? undefined : change;
  }

  /** As if it had been typed, so that it can be undone. */
  function apply({ span, text, cursor }: Change): void {
    box.setSelectionRange(span.from, span.to);
    if (!type(text)) {
      box.setRangeText(text, span.from, span.to, 'end');
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
    box.setSelectionRange(cursor, cursor);
    last = { from: cursor, to: cursor };
  }

  function paint(): void {
    let at = 0;
    const parts: (string | HTMLElement)[] = [];
    for (const { from, to } of chipsIn(box.value, kinds)) {
      const mark = document.createElement('mark');
      mark.textContent = box.value.slice(from, to);
      parts.push(box.value.slice(at, from), mark);
      at = to;
    }
    // A last line that is empty needs a sign to have a height.
    behind.replaceChildren(...parts, `${box.value.slice(at)}\u200B`);
  }
}

function spanOf({ selectionStart, selectionEnd }: HTMLTextAreaElement): Span {
  return { from: selectionStart, to: selectionEnd };
}

/** Writes over what is selected; browsers can undo that, and nothing else that a script writes. False where they can't. */
export function type(text: string): boolean {
  const command = text === '' ? 'delete' : 'insertText';
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- it has no successor for boxes of plain text
  return document.execCommand(command, false, text);
}
