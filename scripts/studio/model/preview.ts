import {
  isLiteralElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { readMessage } from '../../catalogs/icu.ts';
import { type Html, html } from '../html.ts';

/** Made-up values of the arguments that messages have; one that is not here is shown by its name. */
const samples: Readonly<Record<string, string>> = {
  address: 'puente.example',
  city: 'Tijuana',
  code: '4821 0077 3156',
  country: 'Haiti',
  day: '2027-03-11',
  deadline: '2027-03-12 14:30',
  email: 'ana@example.org',
  hours: '23',
  id: '1047',
  kilometers: '5',
  limit: '12',
  max: '12',
  meters: '300',
  minutes: '30',
  name: 'Marie Jean',
  number: '7',
  page: '2',
  port: 'El Paso',
  position: '214',
  seconds: '45',
  slot: '10:30',
  time: '10:30',
  total: '1450',
  version: '2027-01',
  when: '2027-03-11 10:30',
  year: '2027',
};

/**
 * A message as a person would see it, with sample values; `form` and `number` choose in a plural. Words of dates are the
 * program's own and not the translator's, so the samples have figures. Undefined for a message that can't be read.
 */
export function previewOf(
  message: string,
  { form = 'other', number }: { readonly form?: string; readonly number?: number | undefined } = {},
): Html | undefined {
  const read = readMessage(message);
  return read.ok ? shown(read.elements, { form, number }) : undefined;
}

type Choice = { readonly form: string; readonly number: number | undefined };

function shown(elements: readonly MessageFormatElement[], choice: Choice): Html {
  return html`${elements.map((element): Html => {
    if (isLiteralElement(element)) return html`${element.value}`;
    if (isPoundElement(element)) return html`${choice.number ?? '#'}`;
    if (isTagElement(element)) return html`<span class="tag">${shown(element.children, choice)}</span>`;
    if (isPluralElement(element) || isSelectElement(element)) {
      const option = element.options[choice.form] ?? element.options['other'] ?? Object.values(element.options)[0];
      return option ? shown(option.value, choice) : html``;
    }
    return filledIn(element.value, choice);
  })}`;
}

function filledIn(name: string, { number }: Choice): Html {
  if (/^count/.test(name)) return html`<b class="sample">${number ?? 3}</b>`;
  const sample = samples[name];
  return sample === undefined
    ? html`<b class="sample">‹${name}›</b>`
    : html`<b class="sample"><bdi>${sample}</bdi></b>`;
}

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/** A block of a long text: emphasis, links and code as what they are; raw HTML as its letters. */
export function previewOfBlock(markdown: string): Html {
  return html`${fromMarkdown(markdown).children.map(node)}`;
}

function node(one: Node): Html {
  const children: readonly Node[] = 'children' in one ? one.children : [];
  const inside = children.map(node);
  switch (one.type) {
    case 'paragraph':
      return html`<p>${inside}</p>`;
    case 'strong':
      return html`<strong>${inside}</strong>`;
    case 'emphasis':
      return html`<em>${inside}</em>`;
    case 'link':
      return html`<span class="tag">${inside}</span>`;
    case 'inlineCode':
      return html`<code>${one.value}</code>`;
    case 'break':
      return html`<br>`;
    default:
      return 'value' in one ? html`${one.value}` : html`${inside}`;
  }
}
