// The studio works without this file: it only spares a translator some presses.
const form = document.querySelector('#edit');
if (form) begin(form);
document.querySelector('#problem')?.focus();

function begin(edit) {
  const boxes = [...edit.querySelectorAll('textarea[name^="form."]')];
  let last = boxes[0];
  let isChanged = false;
  let waiting;
  let asked;

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
  }
  for (const chip of edit.querySelectorAll('.chip'))
    chip.addEventListener('click', () => insert(last, chip.dataset.before ?? '', chip.dataset.after ?? ''));
  edit.addEventListener('submit', () => {
    isChanged = false;
  });
  addEventListener('beforeunload', (event) => {
    if (isChanged) event.preventDefault();
  });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    // The key's place: on a Russian or Arabic keyboard it says another letter.
    const isSave = event.code === 'KeyS' || event.key === 's';
    const act = event.key === 'Enter' ? (event.shiftKey ? 'save-flawed' : 'save-next') : isSave ? 'save' : '';
    const button = act === '' ? null : edit.querySelector(`button[value="${act}"]`);
    if (!button) return;
    event.preventDefault();
    edit.requestSubmit(button);
  });

  function count(box) {
    const output = edit.querySelector(`output[for="${box.id}"]`);
    const length = Array.from(box.value.replace(/<\/?\w+>/g, '')).length;
    const max = Number(edit.dataset.max) || Number.POSITIVE_INFINITY;
    output.value = String(length);
    output.parentElement.classList.toggle('over', length > max);
  }

  /** Around what is selected, or where the cursor is. */
  function insert(box, before, after) {
    if (!box) return;
    const chosen = box.value.slice(box.selectionStart, box.selectionEnd);
    const text = after === '' ? before : `${before}${chosen}${after}`;
    box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end');
    if (after !== '' && chosen === '') box.selectionStart = box.selectionEnd -= after.length;
    box.focus();
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function lookSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(look, 400);
  }

  async function look() {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(edit.action);
    address.searchParams.set('part', 'looked');
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams(new FormData(edit)),
        signal: asked.signal,
      });
      if (!answer.ok) return;
      const looked = document.querySelector('#looked');
      // Markup of our own server, which escapes every text.
      looked.innerHTML = await answer.text();
      const said = looked.querySelector('[data-said]')?.dataset.said ?? '';
      const place = document.querySelector('#said');
      if (place.textContent !== said) place.textContent = said;
    } catch (error) {
      // Overtaken by the next look, or the studio was ended: saving tells.
      if (error.name !== 'AbortError' && error.name !== 'TypeError') throw error;
    }
  }
}
