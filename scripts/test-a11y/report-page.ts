import { Html } from '../studio/html.ts';

/** Letters and colours of the reader's own system, light or dark; 7:1 in both. */
export const reportStyle = new Html(`
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; }
fieldset { display: flex; flex-wrap: wrap; gap: 1rem; }
label { display: grid; }
select { font: inherit; min-height: 2.75rem; min-width: 8rem; }
form { position: sticky; top: 0; background: Canvas; padding-block: .5rem; }
@media (max-width: 60rem), (max-height: 40rem) { form { position: static; } }
article { border-top: 2px solid; padding-block: 1rem; content-visibility: auto; contain-intrinsic-size: auto 40rem; }
.looks { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start; }
.looks > section { width: 15rem; }
.looks img { display: block; width: 100%; max-height: 30rem; object-fit: cover; object-position: top; border: 1px solid; }
h2, h3, h4, p, ul { margin-block: .5rem; }
code, pre { font-size: .875rem; overflow-wrap: anywhere; }
pre { max-height: 30rem; overflow: auto; border: 1px solid; padding: .5rem; white-space: pre-wrap; }
.todo { white-space: pre-line; }
.finding { border-inline-start: .375rem solid; padding-inline-start: .75rem; }
a, summary { min-height: 1.5rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
[hidden] { display: none !important; }
`);

/** Without it all is there, and nothing is hidden. */
export const reportScript = new Html(`
const form = document.querySelector('form');
const articles = [...document.querySelectorAll('article')];
const asked = new URLSearchParams(location.hash.slice(1));
for (const [name, value] of asked) if (form.elements[name]) form.elements[name].value = value;
const show = () => {
  const wanted = Object.fromEntries(new FormData(form));
  const fits = (element, names) => names.every((name) => !wanted[name] || element.dataset[name] === wanted[name]);
  let shown = 0;
  for (const article of articles) {
    const looks = [...article.querySelectorAll('section')];
    for (const look of looks) look.hidden = !fits(look, ['variant', 'result']);
    article.hidden = !fits(article, ['screen', 'state', 'locale']) || looks.every((look) => look.hidden);
    if (!article.hidden) shown += 1;
  }
  document.getElementById('shown').textContent = shown + ' of ' + articles.length + ' screens.';
  history.replaceState(null, '', '#' + new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)));
};
form.addEventListener('change', show);
form.addEventListener('submit', (event) => event.preventDefault());
show();
`);
