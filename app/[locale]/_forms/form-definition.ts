import type { ReactNode } from 'react';
import type { ButtonLook } from '#app/_ui/button/button.tsx';
import type { PersonId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Problem, ProblemKind } from '#core/problem/kinds.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import type { Who } from '#core/registration/step-rule.ts';
import type { Standing } from '#server/services.ts';

export type FormPath =
  | 'sign-in'
  | 'account/new'
  | 'account/code-check'
  | 'account/sign-in'
  | 'account/find'
  | 'account/new-code'
  | 'my-data/delete'
  | `register/${RegistrationStep}`
  | 'ask/ports'
  | 'ask/send'
  | 'group/join'
  | 'group/leave'
  | 'withdraw'
  | 'appointment/cancel'
  | 'appointment/missed'
  | 'is-it-from-us'
  | 'report-seller'
  | 'offer/confirm'
  | 'offer/decline';

export type Entered = Readonly<Record<string, string>>;

/** Somebody of the group whom the form asks about; the head answers for her. */
export type About = { readonly person: PersonId; readonly name: string };

/** What a form is shown with: blank when prerendered, with values and a problem in its dynamic twin. */
export type Attempt = {
  readonly entered: Entered;
  readonly problem: Problem | null;
  readonly requestId: string | undefined;
  /** When the server came to what it hands back here, in milliseconds since 1970; null: it hands back nothing. */
  readonly handedBackAt: number | null;
  /** null: about the head herself. */
  readonly about: About | null;
  /** What was answered before; empty in a prerendered page. */
  readonly answers: Partial<Answers>;
  /** Where the person stands; null in a prerendered page, which knows nobody. */
  readonly standing: Standing | null;
  /** She came to change an answer, not to go on. */
  readonly isChange: boolean;
  /** The question is closed: the problem that said so is all that the page tells. */
  readonly isOver: boolean;
};

export const blank: Attempt = {
  entered: {},
  problem: null,
  requestId: undefined,
  handedBackAt: null,
  about: null,
  answers: {},
  standing: null,
  isChange: false,
  isOver: false,
};

type FieldsProps = {
  readonly locale: Locale;
  /** Words for the head speak to her; those for a member speak about somebody else. */
  readonly who: Who;
  readonly about: About | null;
  readonly answers: Partial<Answers>;
  readonly entered: Entered;
  readonly standing: Standing | null;
  /** The sentence of what is wrong with the field of that name. */
  readonly problemOf: (field: string) => string | undefined;
};

/** One form: all that differs between the pages that ask something. */
export type FormDefinition = {
  readonly path: FormPath;
  readonly action: string;
  readonly isMultipart?: boolean;
  /** Path below the locale of the page before; of a registration's step, the step before it that is asked. */
  readonly back?: string | null;
  /** The step of a registration, shown as "Step 2 of 8". */
  readonly step?: RegistrationStep;
  /** Where it is about one person's offer or request: the steps that she can reach it from. */
  readonly from?: readonly Standing['step'][];
  /** Whether it fits her there, after what she was told last; a form that doesn't say fits wherever its steps do. */
  readonly fits?: (standing: Standing, told: ProblemKind | undefined) => boolean;
  /** Can't be sent without a script: the page then leads to the assisted way instead. */
  readonly needsScript?: boolean;
  /** What can't be taken back has another button. */
  readonly isGrave?: boolean;
  readonly words: (
    locale: Locale,
    who: Who,
    answers: Partial<Answers>,
  ) => Promise<{
    readonly title: string;
    readonly lead?: string;
    readonly button: string;
    /** Where another button of the form is the one that most people want. */
    readonly look?: Extract<ButtonLook, 'second'>;
    /** A second button, for whoever leaves the question out; one that is an answer stands with the fields. */
    readonly leave?: { readonly text: string; readonly isAnswer: boolean };
    /** By field, for the error summary. */
    readonly labels: Readonly<Record<string, string>>;
  }>;
  readonly Fields: (props: FieldsProps) => ReactNode | Promise<ReactNode>;
  /** What stands in the form's place where there is nothing to answer; null: the form. */
  readonly Instead?: (props: Pick<FieldsProps, 'locale' | 'about' | 'standing'>) => Promise<ReactNode>;
  /** Below the form: what else she can do here. */
  readonly After?: (props: {
    readonly locale: Locale;
    readonly standing: Standing | null;
  }) => ReactNode | Promise<ReactNode>;
};

/** Made anew for the person whose offer or request it is about. */
export type PersonForm = FormDefinition & { readonly from: NonNullable<FormDefinition['from']> };
