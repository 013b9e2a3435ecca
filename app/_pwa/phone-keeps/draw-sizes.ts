/** Of the picture, in units of its own. */
export const width = 300;
const gap = 3;

/** How much each part takes of all, as a picture; the words stand beside it. From the right where the language is. */
export function drawSizes(bar: SVGElement, parts: readonly number[]): void {
  const all = parts.reduce((sum, part) => sum + part, 0);
  const { shared = '', other = '' } = bar.dataset;
  let begin = 0;
  const bars = parts.map((part, index) => {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const length = (part / all) * width;
    const looks = { x: begin, width: Math.max(1, length - gap), height: 24, class: index === 0 ? shared : other };
    for (const [name, value] of Object.entries(looks)) rect.setAttribute(name, String(value));
    begin += length;
    return rect;
  });
  bar.replaceChildren(...bars);
}
