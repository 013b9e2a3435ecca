import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { PushSwitch } from '#app/_ui/push-switch/push-switch.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { MessagesView } from '#server/services/messages.ts';

type Props = { readonly locale: Locale; readonly push: MessagesView['push'] };

/** Messages on this phone: what they are, and the switch. Off works without a script, on can't. */
export async function PushCard({ locale, push }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'messages' }), getWords(locale)]);
  return (
    <Card>
      <h2>{t('push.title')}</h2>
      {push.isOnHere ? (
        <>
          <p>{t('push.isOn')}</p>
          <PageForm locale={locale} page="messages" action="/api/messages/push-off">
            <Button look="second">{t('push.off')}</Button>
          </PageForm>
        </>
      ) : (
        <>
          <p>{t('push.why')}</p>
          <noscript>
            <p>{t('push.noScript')}</p>
          </noscript>
          <ScriptedOnly>
            <PushSwitch
              publicKey={push.publicKey}
              words={{
                on: t('push.on'),
                asking: t('push.asking'),
                blocked: t('push.blocked'),
                unsupported: t('push.unsupported'),
                failed: t('push.failed'),
              }}
            />
          </ScriptedOnly>
        </>
      )}
      {push.phones > (push.isOnHere ? 1 : 0) ? (
        <p>{t('push.phones', { count: push.phones, countText: words.number(push.phones) })}</p>
      ) : null}
    </Card>
  );
}
