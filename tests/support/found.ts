import type { Page } from '@playwright/test';
import type { Result } from 'axe-core';
import type { Finding } from '../../scripts/test-a11y/looked.ts';
import { answerOfAxe } from './axe.ts';

/** What the rules that axe does not know found, by name. */
export type OwnFinding = { readonly rule: keyof typeof ownRules; readonly where: readonly string[] };

/** In words for a tester: the criterion, what is wrong, what to do. */
const ownRules = {
  reflow: {
    criteria: ['1.4.10', '1.4.4'],
    what: 'Something is wider than the screen: a reader has to scroll sideways, or can’t see it.',
    todo: 'Let it wrap, or let its box scroll by itself.',
  },
  'target-size': {
    criteria: ['2.5.5', '2.5.8'],
    what: 'A button, link or field is smaller than 44 × 44 pixels.',
    todo: 'Make it, or its label, bigger.',
  },
  'focus-at-problem': {
    criteria: ['3.3.1', '2.4.3'],
    what: 'Something went wrong, and the focus is not at the words that say so.',
    todo: 'Give the focus to the summary of errors when the page comes.',
  },
  motion: {
    criteria: ['2.3.3'],
    what: 'Something moves although the reader asked for less motion.',
    todo: 'Move only where prefers-reduced-motion is no-preference.',
  },
  'keyboard-order': {
    criteria: ['2.1.1', '2.1.2', '2.4.3'],
    what: 'Tab does not stop once at everything that can be used, in the order of reading.',
    todo: 'Use elements that take the focus by themselves, in the order in which they are read.',
  },
  'focus-visible': {
    criteria: ['2.4.7', '2.4.11'],
    what: 'Something has the focus, and does not show it, or lies outside of the screen.',
    todo: 'Leave the two rings of base.css around it, and scroll it into view.',
  },
} as const;

/** Findings of axe as the page is now, and the own ones, all in one form. */
export async function whatAxeFinds(
  page: Page,
  own: readonly OwnFinding[],
): Promise<{ readonly findings: readonly Finding[]; readonly undecided: readonly Finding[] }> {
  const { violations, incomplete } = await answerOfAxe(page);
  const found = own.filter(({ where }) => where.length > 0);
  return {
    findings: [
      ...found.map(({ rule, where }) => ({ rule, where: [...where], ...ofOwn(rule) })),
      ...violations.map(ofAxe),
    ],
    undecided: incomplete.map(ofAxe),
  };
}

function ofOwn(rule: OwnFinding['rule']): Pick<Finding, 'criteria' | 'what' | 'todo'> {
  const { criteria, what, todo } = ownRules[rule];
  return { criteria: [...criteria], what, todo };
}

function ofAxe({ id, help, helpUrl, tags, nodes }: Result): Finding {
  return {
    rule: id,
    what: help,
    criteria: criteriaOf(tags),
    todo: [...new Set(nodes.map(({ failureSummary }) => failureSummary ?? ''))].filter(Boolean).join('\n'),
    where: nodes.map(({ html }) => html),
    link: helpUrl,
  };
}

/** axe's `wcag1410` is `1.4.10`. */
function criteriaOf(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => {
    const [, principle, guideline, criterion] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
    return principle ? [`${principle}.${guideline}.${criterion}`] : [];
  });
}
