import type { Handler } from 'hono';
import { z } from 'zod';
import type { ProblemKind, ProgramProblemKind } from '#core/problem/kinds.ts';
import type { StaffAct } from '#core/staff/permissions.ts';

/** Names and what is beside them, as `z.object` takes it. */
export type Shape = Readonly<Record<string, z.ZodType>>;

/**
 * What a write says of itself for the document of the API (`openapi.ts`). Shape, names and longest lengths: the checks of
 * the core stay the judges of what is right, and say it beside the field.
 */
export type WriteDescription = {
  /** One sentence in English: what the act does. */
  readonly summary: string;
  /** Of the body, without `page` and `locale`, which every form has. */
  readonly fields: Shape;
  /** What a `fetch` is told besides `next`. */
  readonly answer: Shape;
  /** Those that any write can meet are added: see `everyWrite` and `everyPost`. */
  readonly problems: readonly ProblemKind[];
};

type FileType =
  | 'application/pdf'
  | 'image/jpeg'
  | 'audio/mpeg'
  | 'text/csv'
  | 'text/tab-separated-values'
  | 'text/plain';

export type AnswerDescription =
  | {
      readonly status: 200 | 503;
      readonly type: 'application/json' | 'application/jwk-set+json';
      readonly schema: z.ZodType;
    }
  | { readonly status: 200; readonly type: FileType }
  | { readonly status: 303; readonly leads: string };

export type Description = {
  readonly summary: string;
  readonly who: 'anybody' | 'applicant' | StaffAct;
  /** Of the path's `:name`s. */
  readonly path?: Shape;
  readonly query?: Shape;
  readonly body?: { readonly fields: Shape; readonly takesPhoto: boolean; readonly isOnce: boolean };
  /** Instead of a form's body, from no page: a JSON object as it is. */
  readonly program?: z.ZodType;
  readonly answers: readonly AnswerDescription[];
  readonly problems: readonly (ProblemKind | ProgramProblemKind)[];
};

const descriptions = new WeakMap<Handler, Description>();

/** The handler, with what the document says of it. A route whose handler has nothing fails a test. */
export function described<Own extends Handler>(description: Description, handler: Own): Own {
  descriptions.set(handler, description);
  return handler;
}

export function descriptionOf(handler: Handler): Description | undefined {
  return descriptions.get(handler);
}

/** What any POST can meet, before anybody asks who sends it. */
const everyPost: readonly ProblemKind[] = [
  'foreign-origin',
  'unreadable-body',
  'body-too-large',
  'fields',
  'unexpected',
];

const repeats: readonly ProblemKind[] = ['repeat-in-progress', 'repeat-differs'];

/** And what any write of somebody signed in can. */
const everyWrite: readonly ProblemKind[] = [
  ...everyPost,
  'not-signed-in',
  'session-expired',
  'not-allowed',
  ...repeats,
];

/** A POST through `receive` alone: anybody may send it, and nothing remembers that it was sent. `isOnce`: its key does. */
export function openPost({ summary, fields, answer, problems }: WriteDescription, isOnce = false): Description {
  return {
    summary,
    who: 'anybody',
    body: { fields, takesPhoto: false, isOnce },
    answers: answersOf(answer),
    problems: [...everyPost, ...(isOnce ? repeats : []), ...problems],
  };
}

export function writePost(
  { summary, fields, answer, problems }: WriteDescription,
  { who, allowsPhoto = false }: { readonly who: 'applicant' | StaffAct; readonly allowsPhoto?: boolean },
): Description {
  return {
    summary,
    who,
    body: { fields, takesPhoto: allowsPhoto, isOnce: true },
    answers: answersOf(answer),
    problems: [...everyWrite, ...(allowsPhoto ? (['busy'] as const) : []), ...problems],
  };
}

function answersOf(answer: Shape): readonly AnswerDescription[] {
  const next = z.string().describe('Where a form would have been sent: a path here, or the address of the sign-in.');
  return [
    { status: 200, type: 'application/json', schema: z.strictObject({ next, ...answer }) },
    { status: 303, leads: 'The page that comes next. With a problem: the page of the form, which tells it.' },
  ];
}
