const web = /(?:https?:\/\/|www\.)[\w\-./~%?#=&+:@]*[\w/]/g;
const mail = /[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)+/gi;
/** Seven digits or more, with what stands between them on paper. */
const phone = /\+?\(?\p{Nd}(?:[\s().\u00A0-]{0,2}\p{Nd}){6,}/gu;
const address = new RegExp(`${web.source}|${mail.source}`, 'gi');

/** Web, mail and phone numbers of a text, one way to write each. */
export function addressesIn(text: string): readonly string[] {
  if (!/[@\p{Nd}]|www|:\/\//u.test(text)) return [];
  const rest = withoutAddresses(text);
  return [
    ...(text.match(address) ?? []),
    ...(rest.match(phone) ?? []).map((number) => inLatinDigits(number).replace(/[^\d+]/g, '')),
  ].sort();
}

/** Numbers in digits, without those of addresses: `1,000`, `1.000` and `1 000` are 1000; `0.5` and `0,5` are 0.5. */
export function numbersIn(text: string): readonly string[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const rest = withoutAddresses(text)
    .replace(phone, ' ')
    .replace(/\{[^}]*\}/g, ' ');
  const plain = inLatinDigits(rest)
    .replace(/(?<=\d)[.,’\u00A0\u202F٬ ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)[,٫](?=\d)/g, '.');
  return (plain.match(/\d+(?:\.\d+)?/g) ?? []).sort();
}

/** A web or mail address has marks of its own; `{}` stands for it. */
export function withoutAddresses(text: string): string {
  return /@|www|:\/\//.test(text) ? text.replace(address, '{}') : text;
}

/** Arabic-Indic and Persian digits as 0 to 9. */
function inLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (sign) => String(sign.charCodeAt(0) - 0x6f0));
}
