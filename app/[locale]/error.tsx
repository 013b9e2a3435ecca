'use client';

import { Button } from '#app/_ui/button/button.tsx';
import { ErrorSummary } from '#app/_ui/error-summary/error-summary.tsx';
import shell from '#app/_ui/shell/shell.module.css';
import { useErrorWords } from './_error/error-words.tsx';

type Props = { readonly error: Error & { readonly digest?: string } };

/** A mistake of ours while a page was made. The digest is what the log knows it by. */
export default function ErrorPage({ error }: Props) {
  const words = useErrorWords();
  return (
    <main id="main" className={shell.main}>
      <ErrorSummary
        title={words.title}
        texts={[words.what, words.next]}
        requestId={error.digest ? { text: words.requestId, id: error.digest } : undefined}
      />
      <Button type="button" onClick={() => window.location.reload()}>
        {words.retry}
      </Button>
    </main>
  );
}
