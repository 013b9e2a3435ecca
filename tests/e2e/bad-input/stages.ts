import type { BrowserContext } from '@playwright/test';
import { personOf } from '../../support/people.ts';
import type { RunningServer } from '../../support/running-server.ts';
import { newEmail } from '../../support/shared-server.ts';
import { Visitor } from '../../support/visitor.ts';
import type { Stage } from './row.ts';

type Pair = {
  readonly locale: string;
  /** Sends what is wrong. */
  readonly sender: Visitor;
  /** The same person in a browser of its own, where nothing waits to be told: sees what is stored. */
  readonly witness: Visitor;
};

/** A language each, so that the sentences are looked for in five. */
const locales: Readonly<Record<Stage, 'en' | 'es' | 'ht' | 'ru' | 'pt-BR'>> = {
  nobody: 'en',
  newcomer: 'pt-BR',
  answered: 'ru',
  registered: 'ht',
  operator: 'es',
  supervisor: 'en',
};

const met = new Map<string, Promise<Pair>>();

/** Somebody who stands there. What is wrong changes nothing, so all tests of a worker meet the same one. */
export function pairAt(server: RunningServer, stage: Stage): Promise<Pair> {
  const key = `${server.address} ${stage}`;
  const pair = met.get(key) ?? makePair(server, stage);
  met.set(key, pair);
  return pair;
}

async function makePair(server: RunningServer, stage: Stage): Promise<Pair> {
  const locale = locales[stage];
  const [sender, witness] = await Promise.all([Visitor.at(server.address, locale), Visitor.at(server.address, locale)]);
  const email = await come(sender, stage);
  if (stage !== 'nobody') await witness.signIn(email);
  return { locale, sender, witness };
}

/** Somebody new comes as far as that. Gives her address. */
async function come(visitor: Visitor, stage: Stage): Promise<string> {
  const email = stage === 'operator' || stage === 'supervisor' ? `${stage}@puente.example` : newEmail();
  const person = { ...personOf(visitor.locale as 'ht'), email };
  if (stage === 'registered') await visitor.register(person, 'el-paso', 'nogales');
  else if (stage !== 'nobody') await visitor.signIn(email);
  if (stage === 'answered') await visitor.answer(person);
  return email;
}

/** The same at a browser, to look at what she is told. */
export async function atBrowser(context: BrowserContext, server: RunningServer, stage: Stage): Promise<Visitor> {
  const visitor = Visitor.inBrowser(context, server.address, locales[stage]);
  await come(visitor, stage);
  return visitor;
}

/** What a page says below its heading, without the sandbox's clock above it; tags and all, so that values count, too. */
export function stored(html: string): string {
  return /<h1[\s\S]*<\/main>/.exec(html)?.[0].replaceAll(/nonce="[^"]*"/g, '') ?? '';
}
