import { ErrorSummary } from './error-summary.tsx';

export const examples = {
  ofFields: (
    <ErrorSummary
      title="Check your answers"
      texts={['Some answers need a change.', 'Change them and send again.']}
      entries={[{ href: '#familyNames', text: 'Family names: This is still empty.' }]}
    />
  ),
  ofThePage: (
    <ErrorSummary
      title="We made a mistake"
      texts={['It is not your fault.']}
      requestId={{ text: 'Number: {id}', id: 'K3F9' }}
    />
  ),
};
