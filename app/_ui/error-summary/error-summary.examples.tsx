import { ErrorSummary } from './error-summary.tsx';

export const examples = {
  ofFields: (
    <ErrorSummary
      title="Check your answers"
      texts={[
        'Some answers need a change. What you wrote is still here.',
        'Change the answers in this list. Then send again.',
      ]}
      entries={[{ href: '#familyNames', text: 'Family names: This is still empty. Give an answer.' }]}
    />
  ),
  ofThePage: (
    <ErrorSummary
      title="We made a mistake"
      texts={['Something broke on our side. It is not your fault. What you saved before is safe.']}
      requestId={{ text: 'If you ask for help, say this code: {id}', id: 'K3F9' }}
    />
  ),
};
