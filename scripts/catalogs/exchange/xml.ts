import sax from 'sax';

/** An element of an XML file; `line` counts from 1. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly line: number;
};

/** Reads an XML file as it stands, white space included. A DOCTYPE means nothing, and nothing is fetched. Throws with the line. */
export function readXml(text: string): Element {
  const parser = sax.parser(true, { position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  const add = (piece: Element | string) => open.at(-1)?.children.push(piece);
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], line: parser.line + 1 };
    add(element);
    root ??= element;
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onerror = (error) => {
    throw new Error(`line ${parser.line + 1}: ${error.message.split('\n')[0] ?? ''}`);
  };
  // XML has one kind of line end; `&#13;` stays what it is.
  parser.write(text.replace(/\r\n?/g, '\n')).close();
  if (!root) throw new Error('line 1: expected an element');
  return root;
}

export function elementsIn({ children }: Element, name: string): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== 'string' && child.name === name);
}

/** All text of an element, that of inner elements too. */
export function textIn({ children }: Element): string {
  return children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** `<name a="…">`; attributes that are undefined are left out, line breaks and tabs kept. */
export function openTag(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${attributeText(String(value))}"`],
  );
  return `<${name}${written.join('')}>`;
}

function attributeText(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const outside = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]|\p{Surrogate}/u;

/** The first character that no XML file can hold, escaped or not, as `U+0007`; tools choke on it in other formats, too. */
export function unsendable(text: string): string | undefined {
  const [found] = outside.exec(text) ?? [];
  return found === undefined ? undefined : `U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
