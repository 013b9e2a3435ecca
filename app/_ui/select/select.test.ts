import { expect, test } from 'vitest';
import { optionsHtml } from './select.tsx';

test('options stand as HTML, the chosen one marked, whatever they are called', () => {
  const options = [
    { value: '', label: 'Choose one' },
    { value: 'CI', label: 'Côte d’Ivoire' },
    { value: '"&', label: 'A <b> & "c"' },
  ];
  expect(optionsHtml(options, 'CI')).toBe(
    '<option value="">Choose one</option><option value="CI" selected="">Côte d’Ivoire</option>' +
      '<option value="&quot;&amp;">A &lt;b> &amp; &quot;c&quot;</option>',
  );
});
